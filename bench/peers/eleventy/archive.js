// Publications, the newest first -> what the lists, feeds and sitemaps show, an object for each page.
import { readFileSync } from "node:fs";

const NEWEST = 20;
const site = JSON.parse(readFileSync(new URL("./data/site.json", import.meta.url)));
const SERIES = [
  { word: "directorates", of: "directorates", hasFeeds: true },
  { word: "topics", of: "topics", hasFeeds: false },
];

function grouped(pages, keysOf) {
  const groups = new Map();
  for (const page of pages) {
    for (const key of keysOf(page)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(page);
    }
  }
  return groups;
}

const yearOf = (page) => page.date.toISOString().slice(0, 4);
const monthOf = (page) => page.date.toISOString().slice(5, 7);
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const titled = (lang, of, key) => (of === "directorates" ? site.directorates[lang][key] : key);

// A list: `path` without the language, `key` the same in all languages, for the language switch.
function list(lang, path, key, title, entries, links = [], trail = []) {
  return { lang, url: `/${lang}/${path}`, key, title, entries, links, trail };
}

function* sectionLists(lang, collection, pages) {
  const word = site.sections[lang][collection];
  const title = capital(word);
  const years = grouped(pages, (page) => [yearOf(page)]);
  const links = [...years.keys()].map((year) => ({ text: year, url: `/${lang}/${word}/${year}/` }));
  yield list(lang, `${word}/`, collection, title, pages.slice(0, NEWEST), links);
  const trail = [{ text: title, url: `/${lang}/${word}/` }];
  for (const [year, ofYear] of years) {
    const months = grouped(ofYear, (page) => [monthOf(page)]);
    const toMonths = [...months].map(([month, found]) => ({
      text: `${month}/${year} (${found.length})`, url: `/${lang}/${word}/${year}/${month}/`,
    }));
    yield list(lang, `${word}/${year}/`, `${collection} ${year}`, `${title} ${year}`, [], toMonths, trail);
    for (const [month, found] of months) {
      const key = `${collection} ${year} ${month}`;
      yield list(lang, `${word}/${year}/${month}/`, key, `${title} ${month}/${year}`, found, [], trail);
    }
  }
}

function* termLists(lang, { word, of }, pages) {
  const terms = grouped(pages, (page) => page.data[of]);
  const links = [...terms.keys()].sort().map((term) => ({
    text: titled(lang, of, term), url: `/${lang}/${word}/${term}/`,
  }));
  yield list(lang, `${word}/`, word, capital(word), [], links);
  for (const [term, found] of terms) {
    const title = titled(lang, of, term);
    const years = grouped(found, (page) => [yearOf(page)]);
    const toYears = [...years.keys()].map((year) => ({
      text: year, url: `/${lang}/${word}/${term}/${year}/`,
    }));
    yield list(lang, `${word}/${term}/`, `${word} ${term}`, title, found.slice(0, NEWEST), toYears);
    for (const [year, ofYear] of years) {
      const key = `${word} ${term} ${year}`;
      yield list(lang, `${word}/${term}/${year}/`, key, `${title} ${year}`, ofYear);
    }
  }
}

function* listsOf(lang, pages) {
  yield list(lang, "", "home", "Gjilan", pages.slice(0, NEWEST));
  const sections = grouped(pages, (page) => [page.data.collection]);
  for (const [collection, found] of sections) yield* sectionLists(lang, collection, found);
  for (const series of SERIES) yield* termLists(lang, series, pages);
}

// Every list, each with the pages that are the same list in the other languages.
export function lists(pages) {
  const all = [...grouped(pages, (page) => [page.data.lang])].flatMap(([lang, found]) => [
    ...listsOf(lang, found),
  ]);
  const same = grouped(all, (one) => [one.key]);
  for (const one of all) {
    one.variants = same.get(one.key).map(({ lang, url }) => ({ url, data: { lang } }));
  }
  return all;
}

function* feedsOf(lang, pages) {
  const fed = pages.filter((page) => !page.data.missing);
  const feed = (subject, title, found) => ({
    lang, title, url: `/${lang}/feeds/${subject}`, entries: found.slice(0, NEWEST),
  });
  yield feed("all", "Gjilan", fed);
  for (const [collection, found] of grouped(fed, (page) => [page.data.collection])) {
    const word = site.sections[lang][collection];
    yield feed(word, capital(word), found);
  }
  for (const { word, of } of SERIES.filter((series) => series.hasFeeds)) {
    for (const [term, found] of grouped(fed, (page) => page.data[of])) {
      yield feed(`${word}/${term}`, titled(lang, of, term), found);
    }
  }
}

export function feeds(pages) {
  return [...grouped(pages, (page) => [page.data.lang])].flatMap(([lang, found]) => [
    ...feedsOf(lang, found),
  ]);
}

export function sitemaps(pages) {
  const fed = pages.filter((page) => !page.data.missing);
  return [...grouped(fed, (page) => [page.data.lang])].map(([lang, entries]) => ({ lang, entries }));
}
