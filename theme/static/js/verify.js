// Looks up pages and files in the public log of this site, and proves what it finds: docs/adr/0030.
{
  const LOG = new URL("../../log/", document.currentScript.src);
  const text = (data) => new TextDecoder().decode(data);
  const bytes = (words) => new TextEncoder().encode(words);
  const binary = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt());
  const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
  const sha = async (data, by = "SHA-256") => new Uint8Array(await crypto.subtle.digest(by, data));
  let files = {};

  async function load(url, cache, otherwise) {
    const answer = await fetch(url, { cache }).catch(() => 0);
    if (!answer.ok) throw answer.status === 404 ? otherwise : "failed";
    return new Uint8Array(await answer.arrayBuffer());
  }

  function get(path, otherwise = "broken") {
    return (files[path] ??= load(new URL(path, LOG), "no-cache", otherwise));
  }

  function tile(log, level, number) {
    const count = Math.floor(log.size / 256 ** (+level || 0)) - number * 256;
    const [high, low] = [number / 1000, number % 1000].map((one) => `${one | 0}`.padStart(3, "0"));
    const name = (number > 999 ? `x${high}/` : "") + low + (count < 256 ? `.p/${count}` : "");
    return get(`tile/${level}/${name}${level === "entries" ? ".txt" : ""}`);
  }

  // The root of the tree with a leaf at its place; the other branches are in the tiles.
  async function root(log, at, leaf, low = 0, high = log.size) {
    const size = high - low;
    const level = [1, 256, 65536].indexOf(size);
    const isBeside = at < low || at >= high;
    if (size === 1 && !isBeside) return leaf;
    if (level >= 0 && isBeside) {
      const place = low / size;
      return (await tile(log, level, place >> 8)).slice((place & 255) * 32).slice(0, 32);
    }
    const middle = low + 2 ** Math.floor(Math.log2(size - 1));
    const sides = [root(log, at, leaf, low, middle), root(log, at, leaf, middle, high)];
    return sha(joined([1], ...(await Promise.all(sides))));
  }

  async function entry(log, at) {
    if (!(at >= 0 && at < log.size)) throw "broken"; // no place in the tree, and so no proof
    const line = text(await tile(log, "entries", at >> 8)).split("\n")[at & 255];
    const leaf = await sha(joined([0], bytes(line)));
    if (hex(await root(log, at, leaf)) !== log.root) throw "broken";
    return JSON.parse(line);
  }

  // Whether an Ed25519 key signed, as ssh-keygen does; undefined where the browser cannot tell.
  async function isSigned(words, armour, key) {
    const data = binary(armour.replace(/-----[^-]+-----/g, ""));
    const name = bytes("\0\0\0\x06tellal\0\0\0\0\0\0\0\x06sha512\0\0\0");
    if (hex(data.slice(14, 92)) !== hex(joined(key, name))) return false;
    const signed = joined(bytes("SSHSIG"), name, [64], await sha(bytes(words), "SHA-512"));
    const known = crypto.subtle.importKey("raw", key.slice(19), "Ed25519", false, ["verify"]);
    const used = await known.catch(() => {});
    return used && crypto.subtle.verify("Ed25519", used, data.slice(-64), signed);
  }

  // The head of the log, and the keys that signed it one after the other, the last one first.
  async function opened() {
    const [body, armour] = text(await get("head", "none")).split("\n\n");
    const [origin, size, hash, moment] = body.split("\n");
    const log = { size: +size, root: hex(binary(hash)), moment, keys: [] };
    let key;
    for (const line of text(await get("keys.txt")).trim().split("\n")) {
      const next = JSON.parse(line.slice(line.indexOf(" ")));
      const words = `${origin}\nhands over at ${parseInt(line)}\n${next.key}\n${next.moment}\n`;
      const isHanded = !key || next.what !== "key" || (await isSigned(words, next.signature, key));
      if (isHanded === false) throw "unsigned";
      key = binary(next.key.split(" ")[1]);
      const print = btoa(String.fromCharCode(...(await sha(key)))).replace(/=+$/, "");
      log.keys.unshift({ ...next, print: `SHA256:${print}` });
    }
    log.isSigned = await isSigned(`${body}\n`, armour, key);
    if (log.isSigned === false) throw "unsigned";
    return log;
  }

  // The lines of the log that have a digest, be it that of a file or of an address.
  async function lines(log, digest) {
    const rows = text(await get(`index/${digest.slice(0, 2)}.txt`)).split("\n");
    const row = rows.find((one) => one.startsWith(`${digest.slice(2, 12)} `)) || "";
    return Promise.all(row.split(" ").slice(1).map((at) => entry(log, +at)));
  }

  // What the log tells of some bytes; those of a page have to stand at its own address.
  async function told(data, own) {
    files = {};
    const log = await opened();
    const digest = hex(await sha(data));
    const same = await lines(log, digest);
    const first = same.find((one) => one.digest === digest && (own || one.address) === one.address);
    const address = own || first?.address;
    if (!address) return { what: "unknown", log };
    const here = await lines(log, hex(await sha(bytes(address))));
    const last = here.filter((one) => one.address === address).pop();
    const isGone = !/^(published|revised|reissued)$/.test(last?.what);
    let what = last ? "other" : "unknown";
    if (first && last) what = isGone ? last.what : "replaced";
    if (last?.digest === digest) what = isGone ? "gone" : "stands";
    return { what, log, address, date: dateOf(first), later: dateOf(last) };
  }

  const dateOf = (one) =>
    one && new Date(one.moment).toLocaleString("en-GB").replaceAll("/", ".").slice(0, -3);
  const filled = (words, values) =>
    words.replace(/{(\w+)}/g, (_, key) => ({ checker: "verify.py", ...values })[key]);

  function line(place, words) {
    const made = document.createElement("p");
    made.className = "remark";
    made.textContent = words;
    place.append(made);
    return made;
  }

  async function show(place, answers, name, read, own) {
    const made = line(place, answers.checking);
    const found = await read()
      .then((data) => told(data, own))
      .catch((reason) => ({ what: reason in answers ? reason : "broken" }));
    const { what, log } = found;
    const by = log ? answers[log.isSigned ? "signed" : "unchecked"] : "";
    made.textContent = `${name}: ${filled(`${answers[what]} ${by}`, { ...log?.keys[0], ...found })}`;
    made.classList.add(["stands", "gone"].includes(what) ? "remark-good" : "remark-strong");
  }

  // On the page of verification: how the log stands, and files to look up in it.
  async function begin({ dataset: answers }) {
    const [now, input] = document.querySelectorAll("#log-now, #file");
    input.parentNode.hidden = false;
    input.addEventListener("change", () => {
      for (const file of input.files) {
        const read = async () => new Uint8Array(await file.arrayBuffer());
        show(input.parentNode.nextElementSibling, answers, file.name, read);
      }
    });
    try {
      const log = await opened();
      const said = log.keys.map((key) =>
        filled(answers[key.what === "key" ? "keySince" : "keyLost"], { ...key, date: dateOf(key) }),
      );
      [log.size, dateOf(log), said.join("; ")].forEach((words, at) => {
        now.querySelectorAll("dd")[at].textContent = words;
      });
      now.hidden = false;
    } catch (reason) {
      now.after(line(now.parentNode, answers[reason] ?? answers.broken));
    }
  }

  // On any other page: a button for it, then one for the files that it names.
  function offer([link, button, place]) {
    const [here, ...named] = [location, ...document.querySelectorAll("main a")].map(
      (one) => one.href.split("#")[0],
    );
    const start = new URL("../files/", LOG).href;
    const lots = [[here], [...new Set(named)].filter((one) => one.startsWith(start))];
    button.hidden = false;
    button.addEventListener("click", async () => {
      const page = text(await load(link.href).catch(() => ""));
      const answers = new DOMParser().parseFromString(page, "text/html").querySelector("#answers").dataset;
      for (const url of lots.shift()) {
        const path = decodeURIComponent(new URL(url).pathname.slice(LOG.pathname.length - 5));
        const name = path.endsWith("/") ? document.querySelector("h1").textContent : path.split("/").pop();
        const own = path.replace(/index\.html$/, "");
        show(place, answers, name, () => load(url, "force-cache", "failed"), own);
      }
      if (lots.length) line(place, filled(answers.trust));
      button.hidden = !lots[0]?.length;
      button.textContent = answers.files;
    });
  }

  // A copy of the site on a disk has no server whose log could be asked.
  if (crypto.subtle && location.protocol !== "file:") {
    const [home, proof] = ["#answers", ".proof"].map((one) => document.querySelector(one));
    if (home) begin(home);
    else if (proof) offer(proof.children);
  }
}
