// The page of the search: what is typed is asked, the address keeps it, and results stand in a list.
{
  const form = document.querySelector(".search");
  const { elements } = form;
  const [told, maybe, results, more] = ["told", "maybe", "results", "more"].map((name) => document.querySelector(`.search-${name}`));
  tellal.root = form.dataset.root;
  tellal.begin(tellal.held.get([...tellal.held.keys()].find((name) => name.endsWith("/rules")))[0]);
  const { rules } = tellal;
  const { words } = rules;
  const say = (key, values = {}) => words[key].replace(/{(\w+)}/g, (_, name) => values[name]);
  const days = form.dataset.days.split(";");
  const list = element("ol", "entries");
  let asked = 0, found = [], question = "", meant = [];

  function element(name, className, ...inside) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  }

  // A text with marks around the words that were asked for.
  function marked(text, tag) {
    const language = Object.keys(rules.languages).find((one) => rules.languages[one] === tag) || rules.own;
    const terms = tellal.tokens(question, language).map((one) => tellal.term(one, language)).filter(Boolean).concat(meant);
    return text.split(/([\p{L}\p{N}][\p{L}\p{N}\p{M}/.:-]*)/u).map((part, at) => {
      const term = at % 2 ? tellal.term(tellal.tokens(part, language)[0] || "-", language) : "";
      return term && terms.some((one) => term === one || (one.length > 3 && term.startsWith(one))) ? element("mark", "", part) : part;
    });
  }

  async function toldOf({ key, language }) {
    const tags = [rules.tag, rules.languages[language]];
    for (const tag of tags) {
      const [month] = (await tellal.load(`${rules.addresses[tag]}/${key.slice(0, 3)}`).catch(() => null)) || [[]];
      const one = month[+key.slice(3)];
      if (one) return { tag, day: one[0], title: one[1], address: one[2], excerpt: one[3] };
    }
  }

  function entry(doc, { tag, day, title, address, excerpt }) {
    const { kind, year, month, state } = tellal.facts(doc.key);
    const link = element("a", "", ...marked(title, tag));
    link.href = address;
    const words_ = element("div", "entry-words", element("h2", "entry-title", link));
    const head = element("p", "entry-date");
    if (day) {
      const time = element("time", "", days[month - 1].replace("1", day).replace("2222", year));
      time.dateTime = `${year}-${`0${month}`.slice(-2)}-${`0${day}`.slice(-2)}`;
      head.append(time, " ");
    }
    head.append(element("span", "entry-kind", words[kind]));
    if (excerpt) words_.append(element("p", "entry-summary", ...marked(excerpt, tag)));
    if (words[`state_${state}`]) {
      words_.append(element("p", "entry-remarks", element("span", `badge state-${state.replace(/_/g, "-")}`, words[`state_${state}`])));
    }
    if (tag !== rules.tag) words_.lang = tag;
    return element("li", "entry", head, words_);
  }

  async function show(from, before = () => {}) {
    const some = found.slice(from, from + 10), now = asked;
    const [texts] = await Promise.all([Promise.all(some.map(toldOf)), tellal.states(some.map(({ key }) => key))]);
    if (now !== asked) return;
    before();
    list.append(...some.flatMap((doc, at) => (texts[at] ? entry(doc, texts[at]) : [])));
    if (found.length) results.append(list);
    more.hidden = found.length <= from + 10;
    return texts;
  }

  // Offers the word that was meant, as a result writes it.
  function offer(texts) {
    const known = texts.filter(Boolean).flatMap(({ title, excerpt }) => tellal.tokens(`${title} ${excerpt}`, rules.own));
    const terms = tellal.tokens(question, rules.own);
    const word = known.find((one) => tellal.term(one, rules.own) === meant[0]);
    const wrong = terms.find((one) => one.length > 5 && !known.some((other) => tellal.term(other, rules.own) === tellal.term(one, rules.own)));
    if (!word || !wrong) return;
    const button = element("button", "", word);
    button.type = "button";
    button.addEventListener("click", () => {
      elements.q.value = terms.map((one) => (one === wrong ? word : one)).join(" ");
      ask(true);
      elements.q.focus();
    });
    maybe.replaceChildren(...say("search_maybe", { word: "\n" }).split(/(\n)/).map((part) => (part === "\n" ? button : part)));
    maybe.hidden = false;
  }

  // Asks what stands in the form; `isNew` makes a step back in the browser's history of it.
  async function ask(isNew, isFirst) {
    const now = ++asked;
    question = elements.q.value.trim();
    const filters = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    const address = new URLSearchParams(filters).toString();
    if (!isFirst) history[isNew ? "pushState" : "replaceState"](null, "", address ? `?${address}` : location.pathname);
    const clear = (text) => {
      list.remove();
      list.replaceChildren();
      maybe.hidden = more.hidden = true;
      told.textContent = text;
    };
    if (question.length < 2) return clear("");
    const slow = setTimeout(() => { told.textContent = say("search_working"); }, 400);
    try {
      const languages = filters.all ? Object.keys(rules.languages) : [rules.own];
      const answer = await tellal.answer(question, languages, filters);
      if (now !== asked) return;
      ({ found, meant } = answer);
      const isNumber = /^\S*\d[/.:-]\d\S*$/.test(question);
      const text = found.length ? say("search_found", { count: found.length }) + (answer.isWhole ? "" : `. ${say("search_some")}`) : say("search_none");
      const texts = await show(0, () => {
        clearTimeout(slow);
        clear(text);
      });
      if (!texts) return;
      if (isFirst && isNumber && found.length === 1) location.replace(texts[0].address);
      if (meant.length) offer(texts);
    } catch (error) {
      if (now === asked) clear(say("search_failed"));
    } finally {
      clearTimeout(slow);
    }
  }

  function read() {
    for (const [name, value] of [["q", ""], ["kind", ""], ["year", ""], ["directorate", ""], ["status", ""], ...new URLSearchParams(location.search)]) {
      if (elements[name] && name !== "all") elements[name].value = value;
    }
    elements.all.checked = new URLSearchParams(location.search).has("all");
  }

  form.querySelector(".search-filters").hidden = false;
  read();
  ask(false, true);
  let typing;
  elements.q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(ask, 50);
  });
  // What is newest is asked for most: how it is called is there before the first answer.
  elements.q.addEventListener("focus", () => {
    for (const month of Object.keys(tellal.held.get("quarter")[1])) tellal.load(`${rules.addresses[rules.tag]}/${month}`).catch(() => {});
  }, { once: true });
  form.addEventListener("change", ({ target }) => target !== elements.q && ask(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(true);
  });
  addEventListener("popstate", () => {
    read();
    ask(false, true);
  });
  more.addEventListener("click", async () => {
    const from = list.children.length;
    await show(from);
    list.children[from]?.querySelector("a").focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && event.target === elements.q && list.children.length) list.querySelector("a").focus();
    else return;
    event.preventDefault();
  });
  list.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to === undefined) return;
    (links[to] || (to < 0 ? elements.q : links[at])).focus();
    event.preventDefault();
  });
}
