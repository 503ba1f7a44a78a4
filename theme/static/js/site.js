// On every page: the article stays when the language changes, the script of Serbian is remembered, what was read is kept.
{
  const root = new URL("../..", document.currentScript.src).pathname;
  const place = { "sr-Latn": `${root}sr/`, "sr-Cyrl": `${root}sr-cyrl/` };
  const store = (...value) => {
    try {
      return value.length ? localStorage.setItem("script", ...value) : localStorage.getItem("script");
    } catch {}
  };
  const chosen = store();
  for (const link of document.querySelectorAll(".language-switch a, .chooser a, .forms-head [lang]")) {
    link.classList.toggle("chosen", link.lang === chosen);
    link.addEventListener("click", () => {
      link.hash = location.hash;
      if (place[link.lang]) store(link.lang);
    });
  }
  const other = { "sr-Latn": "sr-Cyrl", "sr-Cyrl": "sr-Latn" }[chosen];
  if (other && !place[document.documentElement.lang]) {
    for (const link of document.querySelectorAll(`.main a[hreflang="${other}"]`)) {
      link.pathname = link.pathname.replace(place[other], place[chosen]);
      link.hreflang = chosen;
    }
  }
  if ("serviceWorker" in navigator && !navigator.serviceWorker.controller) {
    addEventListener("load", () => navigator.serviceWorker.register(`${root}sw.js`).catch(() => {}));
  }
}
