// Plays the part of the source or of the dub that belongs to a line.
const players = ["source", "dub"].map((id) => document.getElementById(id)).filter(Boolean);
let end = Infinity;
for (const player of players) {
  player.addEventListener("timeupdate", () => { if (player.currentTime >= end) player.pause(); });
  player.addEventListener("play", () => { for (const other of players) if (other !== player) other.pause(); });
}
for (const button of document.querySelectorAll("button[data-player]")) {
  button.addEventListener("click", () => {
    const player = document.getElementById(button.dataset.player);
    if (!player) return;
    end = Infinity;
    player.currentTime = Number(button.dataset.from);
    end = Number(button.dataset.to);
    player.play();
  });
}
