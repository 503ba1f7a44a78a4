// Lists the pages that can be read without a network, the last one first.
(async () => {
  const list = document.querySelector(".kept");
  const root = new URL("../..", import.meta.url).pathname;
  const cache = await caches.open(`tellal ${root} pages 1`);
  for (const kept of (await cache.keys()).reverse()) {
    const text = await (await cache.match(kept)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const link = document.createElement("a");
    link.href = kept.url;
    link.lang = page.documentElement.lang;
    link.textContent = (page.querySelector("h1:not(.hidden)") || page.querySelector("title")).textContent;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
})();
