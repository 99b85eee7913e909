// Joins the buttons for passkeys to allauth's script, and says it where a browser or a person refuses.
"use strict";

(() => {
  const failed = document.querySelector("[data-passkey-failed]");
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    failed.hidden = false;
  });
  for (const button of document.querySelectorAll("[data-passkey]")) {
    if (!window.PublicKeyCredential) {
      failed.hidden = button.dataset.passkey === "loginForm"; // the password is there
      continue;
    }
    button.addEventListener("click", () => {
      failed.hidden = true;
    });
    const ids = { add: button.id, authenticate: button.id, login: button.id, passwordless: button.dataset.passwordless, credential: button.dataset.credential, data: "passkey-data" };
    window.allauth.webauthn.forms[button.dataset.passkey]({ ids });
    if (button.dataset.passkey === "loginForm") button.form.action += location.search; // where to go after it
    button.hidden = false;
  }
})();
