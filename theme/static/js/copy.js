// Copies a text at the press of its button, and says that it did.
for (const button of document.querySelectorAll(".form-copy")) {
  const word = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.previousElementSibling.textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = word), 4000);
  });
}
