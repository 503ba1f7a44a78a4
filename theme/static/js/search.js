// Searches the index of the site. Its files hand over what they hold by calling `tellal`, so that they load from a
// disk as well. Words are taken apart by the tables of `rules`, as plugins/tellal/reading/searching does it.
const tellal = (name, ...values) => tellal.held.set(name, values);
tellal.held = new Map();
tellal.loading = new Map();
tellal.segments = ["archive", "year", "quarter"];

tellal.load = (name) => {
  if (tellal.held.has(name)) return Promise.resolve(tellal.held.get(name));
  if (!tellal.loading.has(name)) {
    tellal.loading.set(name, tellal.fetch(name).then(() => tellal.held.get(name)).finally(() => tellal.loading.delete(name)));
  }
  return tellal.loading.get(name);
};

tellal.fetch = (name) => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = `${tellal.root}/search/${name}.js`;
  script.onload = done;
  script.onerror = () => failed(new Error(name));
  document.head.append(script);
});

tellal.begin = (rules) => {
  const alone = `[a-z](?![${rules.letters}])`;
  const number = `\\d+(?:${alone})?(?:[/.:-](?:\\d+(?:${alone})?|${alone}))*`;
  const token = new RegExp(`${number}|[${rules.letters}]+`, "g");
  const suffix = new RegExp(`['’][${rules.letters}]+`, "g");
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const worth = [0.6, 1, 2.5, 6]; // of a word in a file, in the text, in the summary, in the title
  const grammars = {};

  function grammar(language) {
    if (grammars[language]) return grammars[language];
    const endings = rules.endings[language].split(" ").map((written) => {
      const [letters, rest = ""] = written.replace("+", "").split(">");
      return { letters, rest, afterVowel: written[0] === "+" };
    }).sort((a, b) => b.letters.length - a.letters.length || (a.letters < b.letters ? -1 : 1));
    const odd = new Map();
    for (const [stem, forms] of rules.odd[language].split("|").map((group) => group.split(":"))) {
      for (const form of forms ? forms.split(" ") : []) odd.set(form, stem);
    }
    const stop = new Set(rules.stop[language].split(" "));
    return (grammars[language] = { endings, odd, stop, vowels: rules.vowels[language], last: rules.last[language] });
  }

  function plain(word) {
    let letters = [...word].map((letter) => rules.plain[letter] ?? letter).join("");
    letters = letters.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    for (const [written, letter] of rules.twins) letters = letters.split(written).join(letter);
    return letters;
  }

  function shorter(word, { endings, vowels }) {
    for (const { letters, rest, afterVowel } of endings) {
      const left = word.slice(0, word.length - letters.length);
      if (left.length < 3 || !word.endsWith(letters) || ![...left].some((letter) => vowels.includes(letter))) continue;
      if (!afterVowel || vowels.includes(left[left.length - 1])) return left + rest;
    }
    return word;
  }

  // A word and what is left of it, ending by ending; the last one is its stem.
  function stages(word, language) {
    const known = grammar(language);
    if (known.odd.has(word)) return [known.odd.get(word)];
    const forms = [word];
    for (let round = 0; round < 3; round++) forms.push(shorter(forms[round], known));
    const stem = forms[3], last = known.last[stem[stem.length - 1]];
    return last && stem.length > 3 ? [...forms, stem.slice(0, -1) + last] : forms;
  }

  function tokens(text, language) {
    text = text.normalize("NFC").replace(/İ/g, "i").toLowerCase();
    return (language === "tr" ? text.replace(suffix, "") : text).match(token) || [];
  }

  const known = {};
  const term = (written, language) => (known[language + written] ??= termOf(written, language));

  function termOf(written, language) {
    if (/\d/.test(written[0])) return written.split(/[/.:-]/).map((part) => part.replace(/^0+(?=.)/, "")).join("/");
    const word = plain(written);
    return word.length < 2 || grammar(language).stop.has(word) ? "" : stages(word, language).pop();
  }

  function bucket(letters) {
    let number = 0;
    for (const letter of letters) number = (number * 131 + letter.charCodeAt(0)) & 0xffff;
    return (number ^ (number >> 7)) & 255;
  }

  // The shards of a language in which the letters at an end of a term lead, from each segment that has any.
  function shards(language, letters) {
    return Promise.all(tellal.segments.map((segment) => {
      const count = tellal.held.get(segment)[0][language];
      return count ? tellal.load(`${language}/${segment}/${bucket(letters) % count}`) : [{}, ""];
    }));
  }

  // Whether one letter is too many, missing, another one or in its neighbour's place.
  function isNear(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const [a, b] = [one.slice(at), other.slice(at)];
    return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b ||
      (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // The terms that a word which is found nowhere may mean: those nearly as it is, or else as its beginning.
  function meantBy(names, word, language) {
    const forms = stages(word, language);
    const near = names.filter((name) => forms.some((form) => isNear(name, form)));
    const begin = names.filter((name) => name.length > 4 && word.length - name.length < 5 && word.startsWith(name));
    return (near.length ? near : begin).sort((a, b) => b.length - a.length).slice(0, 9);
  }

  function hits(terms, quality) {
    const docs = new Map();
    for (const [name, chunks] of terms) {
      const good = quality(name);
      for (const chunk of chunks.split(" ")) {
        const month = chunk.slice(0, 3);
        for (let at = 4; at < chunk.length;) {
          let code = 0;
          for (let left = chunk[3]; left > 0; left--) code = code * 64 + digits.indexOf(chunk[at++]);
          const key = month + (code >> 2), value = worth[code & 3] * good;
          if (!(docs.get(key) >= value)) docs.set(key, value);
        }
      }
    }
    return docs;
  }

  // What a word is found in: by its stem, by words that go on, or else by words that are spelt nearly so.
  async function find(written, language) {
    const asked = term(written, language);
    if (!asked) return null;
    const own = await shards(language, asked.slice(0, 3));
    const isNumber = /\d/.test(asked[0]);
    const pick = (files, is) => files.flatMap(([terms]) => Object.entries(terms).filter(([name]) => is(name)));
    let found = pick(own, (name) => name === asked);
    if (asked.length > 3 || !found.length) found = pick(own, (name) => name === asked || (asked.length > 2 && !isNumber && name.startsWith(asked)));
    if (found.length) return { docs: hits(found, (name) => (name === asked ? 1 : 0.5 * asked.length / name.length)) };
    const word = plain(written);
    if (word.length < 6 || isNumber) return { docs: new Map() };
    const spelt = await Promise.all([asked, word].map((end) => shards(language, end.slice(-3))));
    const names = own.flatMap(([terms]) => Object.keys(terms)).concat(spelt.flat().flatMap(([, all]) => all.split(" ")));
    const meant = meantBy([...new Set(names)], word, language);
    const near = await Promise.all(meant.map(async (name) => pick(await shards(language, name.slice(0, 3)), (one) => one === name)));
    return { docs: hits(near.flat(), () => 0.7), meant: meant[0] };
  }

  async function askedIn(language, words) {
    const found = (await Promise.all(words.map((word) => find(word, language)))).filter(Boolean);
    const docs = new Map();
    for (const { docs: some } of found) {
      const rare = Math.log(1 + tellal.count() / (some.size || 1));
      for (const [key, value] of some) {
        const doc = docs.get(key);
        if (doc) {
          doc.has++;
          doc.score += value * rare;
        } else docs.set(key, { key, language, has: 1, score: value * rare });
      }
    }
    return { docs, count: found.length, meant: found.map(({ meant }) => meant).filter(Boolean) };
  }

  function month(key) {
    for (const segment of tellal.segments) {
      const signs = tellal.held.get(segment)[1][key.slice(0, 3)];
      if (signs) return signs;
    }
    return "";
  }

  // Kind, directorate, year and state of a publication.
  tellal.facts = (key) => {
    const signs = month(key).slice(3 * key.slice(3), 3 * key.slice(3) + 3);
    const number = parseInt(key.slice(0, 3), 36);
    const year = number ? String(Math.floor((number - 1) / 12)) : "";
    const acts = (tellal.held.get(`acts/${year}`) || [{}])[0][key.slice(0, 3)] || {};
    return {
      kind: rules.kinds[rules.signs.indexOf(signs[0])],
      directorate: rules.directorates[rules.signs.indexOf(signs[1])],
      year,
      month: number ? ((number - 1) % 12) + 1 : 0,
      state: { o: "open", u: "upcoming", w: "withdrawn" }[signs[2]] || acts[key.slice(3)] || "",
    };
  };

  tellal.count = () => {
    const lengths = tellal.segments.flatMap((segment) => Object.values(tellal.held.get(segment)[1]).map((signs) => signs.length));
    return lengths.reduce((sum, length) => sum + length / 3, 0);
  };

  tellal.states = (keys) => {
    const facts = keys.map(tellal.facts).filter(({ kind }) => ["decision", "regulation"].includes(kind));
    return Promise.all([...new Set(facts.map(({ year }) => year))].map((year) => tellal.load(`acts/${year}`)));
  };

  // Returns the publications that answer a question, the best first; `isWhole` says that they have all of its words.
  tellal.answer = async (question, languages, filters = {}) => {
    let docs, [most, count, meant] = [0, 0, []];
    for (const one of await Promise.all(languages.map((language) => askedIn(language, [...new Set(tokens(question, language))])))) {
      if (!docs) ({ docs } = one);
      else for (const [key, doc] of one.docs) {
        if (!docs.has(key) || docs.get(key).has < doc.has || docs.get(key).score < doc.score) docs.set(key, doc);
      }
      if (one.docs.size) [count, meant] = [Math.max(count, one.count), meant.concat(one.meant)];
    }
    let found = [...docs.values()];
    const { status } = filters, asks = ["kind", "year", "directorate"].filter((name) => filters[name]);
    const same = { act_in_force: ["act_in_force", "act_amended"], act_repealed: ["act_repealed", "act_annulled"] }[status] || [status];
    if (status && status.startsWith("act_")) await tellal.states(found.map(({ key }) => key));
    if (status || asks.length) found = found.filter(({ key }) => {
      const facts = tellal.facts(key);
      return asks.every((name) => facts[name] === filters[name]) && (!status || same.includes(facts.state));
    });
    for (const { has } of found) most = Math.max(most, has);
    found = found.filter(({ has }) => has === most);
    const ages = found.map(({ key }) => parseInt(key.slice(0, 3), 36)).filter(Boolean);
    const [first, last] = [Math.min(...ages), Math.max(...ages)];
    for (const doc of found) doc.score *= 1 + 0.3 * Math.max(0, (parseInt(doc.key.slice(0, 3), 36) - first) / (last - first || 1));
    // The index goes from old to new; of equals, the newer one comes first.
    found.reverse().sort((a, b) => b.score - a.score);
    return { found, isWhole: most === count, meant };
  };

  Object.assign(tellal, { rules, tokens, term, plain });
};
