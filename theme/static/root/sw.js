// Keeps what was read for times without a network. The network is always asked first.
const ROOT = new URL("./", location).pathname;
const OURS = `tellal ${ROOT} `;
const [PAGES, PARTS, DOORS] = ["pages 1", "parts 1", "doors 1"].map((name) => OURS + name);
const MOST = { [PAGES]: 60, [PARTS]: 90 };
// Milliseconds: after how many what was kept is shown, and after how many it is asked what was withdrawn.
const PATIENCE = 5000;
const AGAIN = 3600000;
const KINDS = ["style", "script", "font", "image", "manifest"];

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate" && /(\/|\.html)$/.test(new URL(request.url).pathname);
  const isOurs = request.url.startsWith(location.origin + ROOT) && request.method === "GET";
  if (isOurs && (isPage || KINDS.includes(request.destination))) event.respondWith(answer(event, isPage));
});

// Takes the place of an older worker, and keeps what is open already.
async function begin() {
  await forget((name) => name.startsWith(OURS) && ![PAGES, PARTS, DOORS].includes(name));
  await clients.claim();
  for (const { url } of await clients.matchAll()) await fetch(url).then((found) => keep(PAGES, new Request(url), found));
}

async function forget(isStale) {
  for (const name of await caches.keys()) if (isStale(name)) await caches.delete(name);
}

async function answer(event, isPage) {
  const { request } = event;
  const name = isPage ? PAGES : PARTS;
  let kept;
  const asked = fetch(request).then((found) => {
    kept = keep(name, request, found.clone());
    return found;
  });
  event.waitUntil(asked.then(() => kept).then(() => isPage && look(request.url)).catch(() => {}));
  const known = await caches.match(request);
  const late = new Promise((resolve) => known && setTimeout(resolve, PATIENCE, known));
  try {
    const found = await Promise.race([asked, late]);
    return known && found.status > 499 ? known : found;
  } catch {
    return known || (isPage && (await caches.match(door(request.url)))) || Response.error();
  }
}

async function keep(name, request, found) {
  const cache = await caches.open(name);
  if (found.ok && !found.redirected) {
    // What was read last stands last.
    await cache.delete(request);
    await cache.put(request, found);
    for (const old of (await cache.keys()).slice(0, -MOST[name])) await cache.delete(old);
  } else if (found.status === 404) await cache.delete(request);
}

const home = (url) => ROOT + new URL(url).pathname.slice(ROOT.length).split("/")[0] + "/";
const door = (url) => home(url) + "offline.html";

// Now and then: takes out what was withdrawn, renews the page for times without a network, and goes where the site did.
async function look(url) {
  const doors = await caches.open(DOORS);
  const asked = await doors.match(home(url));
  const isLanguage = /\/[a-z]{2}(-[a-z]+)?\/$/.test(home(url));
  if (!isLanguage || (asked && Date.now() - (await asked.text()) < AGAIN)) return;
  if ((await fetch(ROOT + "sw.js", { cache: "no-store" })).status === 404) {
    await registration.unregister();
    return forget((name) => name.startsWith(OURS));
  }
  await doors.addAll([door(url), ROOT + "theme/css/site.css", ROOT + "theme/js/site.js", ROOT + "theme/js/offline.js"]);
  const gone = await (await fetch(home(url) + "gone.json", { cache: "no-cache" })).json();
  for (const name of [PAGES, PARTS]) {
    const cache = await caches.open(name);
    for (const kept of await cache.keys()) {
      const { pathname } = new URL(kept.url);
      if (gone.some((place) => pathname.startsWith(place))) await cache.delete(kept);
    }
  }
  await doors.put(home(url), new Response(Date.now()));
}
