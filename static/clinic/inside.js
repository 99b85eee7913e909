// The script to read aloud by keyboard: a number picks an answer while the question has the focus. It works without too.
"use strict";

(() => {
  const form = document.querySelector(".script-form");
  if (!form) return;
  const asked = form.querySelector(".script-asked");
  const cards = [...asked.querySelectorAll(".answer-cards input")];
  const first = cards.find((one) => one.checked) || asked.querySelector("input:not([type=hidden]), select, textarea");

  // Where something is wrong, the list of errors has the focus already.
  if (first && !document.querySelector(".error-summary")) first.focus();

  // Only while a card has the focus, so that no number that is typed elsewhere picks one.
  asked.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !cards.includes(event.target)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      form.querySelector(".buttons .button").click();
      return;
    }
    const card = /^[1-9]$/.test(event.key) ? cards[Number(event.key) - 1] : undefined;
    if (!card) return;
    event.preventDefault();
    card.focus();
    card.click();
  });
})();
