// Puts a player where its button was, once it is pressed; before, nothing is loaded from elsewhere.
for (const box of document.querySelectorAll(".player")) {
  const { form, address, title, track } = box.dataset;
  box.hidden = false;
  box.querySelector("button").addEventListener("click", () => {
    const player = document.createElement(form === "frame" ? "iframe" : form);
    player.title = title;
    player.src = address;
    if (form === "frame") {
      player.allow = "autoplay; fullscreen";
      player.referrerPolicy = "strict-origin";
    } else {
      player.controls = player.autoplay = true;
      if (track) {
        const chapters = document.createElement("track");
        chapters.kind = "chapters";
        chapters.src = track;
        player.append(chapters);
      }
    }
    box.replaceChildren(player);
    box.focus();
  });
}
