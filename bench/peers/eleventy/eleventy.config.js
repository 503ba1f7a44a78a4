// The site of Tellal's benchmark in Eleventy. The content is written beside it by bench.peers.sites.
import { lists, feeds, sitemaps } from "./archive.js";

const HOST = "https://gjilan.example";
const variants = new Map();

// All publications, the newest first; along the way, which pages are one publication.
function publications(api) {
  const pages = api.getAll().filter((page) => page.data.translationKey);
  pages.sort((a, b) => b.date - a.date || (a.url < b.url ? -1 : 1));
  variants.clear();
  for (const page of pages) {
    const key = page.data.translationKey;
    if (!variants.has(key)) variants.set(key, []);
    variants.get(key).push(page);
  }
  return pages;
}

export default function (config) {
  config.addGlobalData("host", HOST);
  config.addGlobalData("office", "Zyra për Informim Publik");
  config.addCollection("lists", (api) => lists(publications(api)));
  config.addCollection("feeds", (api) => feeds(publications(api)));
  config.addCollection("sitemaps", (api) => sitemaps(publications(api)));
  config.addFilter("variants", (key) => variants.get(key) ?? []);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("dayInWords", (date) =>
    date.toISOString().slice(0, 10).split("-").reverse().join("."));
  config.addFilter("moment", (date) => date.toISOString());
  config.addFilter("utc", (date) => date.toUTCString());
  config.addFilter("json", (value) => JSON.stringify(value));
  return {
    dir: { input: "content", output: "output", includes: "../includes", data: "../data" },
    markdownTemplateEngine: false,
  };
}
