// What a page can do only with a script. Every page works without it.
"use strict";

(() => {
  const WARNING = 120;

  // A page from the browser's own memory may show answers that are gone.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  // A code that came by a picture stands behind the # of the address: put it in its box, and out of the history.
  const box = document.querySelector("[data-code]");
  if (box && location.hash.length > 1) {
    box.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }

  // A sheet that is being read: say how far it is, and go on when it is done.
  const reading = document.querySelector("[data-reading]");
  if (reading) {
    const said = reading.querySelector("[data-said]");
    const bar = reading.querySelector("progress");
    const ask = async () => {
      try {
        const reply = await fetch(reading.dataset.reading);
        if (reply.redirected) return location.reload();
        const now = await reply.json();
        if (!now.goes_on) return location.replace(reading.dataset.after);
        if (said.textContent !== now.said) said.textContent = now.said;
        bar.max = now.of || 1;
        bar.value = now.read;
      } catch {
        // No connection, or no sheet any more: the page itself will say.
      }
      setTimeout(ask, 1500);
    };
    setTimeout(ask, 1000);
  }

  const dialog = document.querySelector("dialog.time-left");
  if (!dialog) return;
  const { stay, after } = dialog.dataset;
  const failed = dialog.querySelector("[data-failed]");
  let end = Date.now() + Number(dialog.dataset.seconds) * 1000;
  let timer;

  const left = () => (end - Date.now()) / 1000;
  const arm = () => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0.2, left() > WARNING ? left() - WARNING : left()) * 1000);
  };

  // Another tab may have gone on meanwhile, so ask before warning and before ending.
  async function look() {
    try {
      end = Date.now() + (await (await fetch(stay)).json()).seconds * 1000;
    } catch {
      // No connection: what this page knows must do.
    }
    if (left() <= 0) return location.replace(after);
    if (left() > WARNING) dialog.close();
    else if (!dialog.open) dialog.showModal();
    arm();
  }

  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const reply = await fetch(stay, { method: "POST", body: new FormData(event.target) });
      end = Date.now() + (await reply.json()).seconds * 1000;
      failed.hidden = true;
      dialog.close();
      arm();
    } catch {
      failed.hidden = false;
    }
  });

  // A phone that slept does not count on: look at once when the person is back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && left() <= WARNING) look();
  });
  arm();
})();
