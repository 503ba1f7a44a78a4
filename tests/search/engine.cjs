// Runs the search as browsers do: the theme's script on the files of an output. Lines of JSON go in and come out.
const fs = require("fs"), path = require("path"), vm = require("vm"), readline = require("readline");

const [output, tag] = process.argv.slice(2);
const run = (file) => vm.runInThisContext(fs.readFileSync(file, "utf8"), file);
run(path.join(output, "theme/js/search.js"));
vm.runInThisContext("globalThis.tellal = tellal");
const bytes = new Map();
tellal.fetch = async (name) => {
  const file = path.join(output, "search", `${name}.js`);
  bytes.set(name, fs.statSync(file).size);
  run(file);
};

(async () => {
  for (const name of [`${tag}/rules`, ...tellal.segments]) await tellal.load(name);
  tellal.begin(tellal.held.get(`${tag}/rules`)[0]);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { terms, question, language, filters } = JSON.parse(line);
    if (terms !== undefined) {
      console.log(JSON.stringify(tellal.tokens(terms, language).map((one) => tellal.term(one, language)).filter(Boolean)));
      continue;
    }
    bytes.clear();
    const began = performance.now();
    const { found, isWhole, meant } = await tellal.answer(question, [language], filters);
    const took = performance.now() - began;
    const shown = [];
    for (const { key, score } of found.slice(0, 10)) {
      const [told] = await tellal.load(`${tellal.rules.addresses[tellal.rules.languages[language]] || language}/${key.slice(0, 3)}`);
      shown.push({ score, title: told[+key.slice(3)][1], address: told[+key.slice(3)][2] });
    }
    console.log(JSON.stringify({ shown, count: found.length, isWhole, meant, took, bytes: Object.fromEntries(bytes) }));
  }
})();
