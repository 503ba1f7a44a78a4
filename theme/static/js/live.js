// Says of an event whether it comes, is live or is over, in the time between two builds of the site.
for (const badge of document.querySelectorAll("time[data-ends]")) {
  const { ends, before, during, after } = badge.dataset;
  const turns = [badge.dateTime, ends].map(Date.parse);
  const tell = () => {
    const now = Date.now();
    const word = now < turns[0] ? before : now < turns[1] ? during : after;
    if (badge.textContent !== word) badge.textContent = word;
    badge.classList.toggle("state-live", word === during);
    const next = turns.find((turn) => turn > now);
    if (next) setTimeout(tell, Math.min(next - now, 2 ** 30));
  };
  tell();
}
