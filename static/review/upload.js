// Shows how much of the files is sent. Without a script the form sends them just the same.
"use strict";

(() => {
  const form = document.querySelector("[data-upload]");
  if (!form) return;
  const bar = form.querySelector("progress");
  const said = form.querySelector("[data-said]");
  const button = form.querySelector("button");

  form.addEventListener("submit", (event) => {
    if (!form.querySelector("input[type=file]").files.length) return;
    event.preventDefault();
    const request = new XMLHttpRequest();
    const failed = () => {
      said.textContent = said.dataset.failed;
      button.disabled = false;
    };
    request.upload.addEventListener("progress", (sent) => {
      bar.max = sent.total || 1;
      bar.value = sent.loaded;
    });
    request.addEventListener("load", () => (request.status < 400 ? location.assign(request.responseURL) : failed()));
    request.addEventListener("error", failed);
    bar.hidden = said.hidden = false;
    said.textContent = said.dataset.sending;
    button.disabled = true;
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();
