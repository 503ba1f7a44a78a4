// Opens the contents of an act where there is room beside the text; copies the address of an article.
const contents = document.querySelector(".contents");
const told = document.querySelector(".copied");
contents.open = matchMedia("(min-width: 64em)").matches;
for (const link of document.querySelectorAll(".permalink")) {
  link.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      told.textContent = told.dataset.said;
      setTimeout(() => (told.textContent = ""), 4000);
    } catch {
      // the link leads there all the same
    }
  });
}
