// One matter: each cell saves itself as it is left; nothing typed is lost while there is no connection.
"use strict";

(() => {
  const form = document.querySelector(".desk-form");
  if (!form) return;
  document.documentElement.classList.add("has-script");
  const state = document.querySelector("[data-save-state]");
  const desk = document.getElementById("desk");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const waiting = new Map(); // cell id -> what is to be sent
  let busy = false;
  let retry;

  // Nothing is drawn anew under a finger: a press that has begun reaches what it began on. A list that opens over the
  // page keeps the end of its press to itself, so the wait has an end of its own.
  const LONGEST_PRESS = 600; // milliseconds
  let press;
  let release = () => {};
  const pressed = () => {
    press = new Promise((done) => (release = done));
    setTimeout(release, LONGEST_PRESS);
  };
  addEventListener("pointerdown", pressed, true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release));

  const say = (text, kind = "") => {
    state.textContent = text;
    state.className = `save-state ${kind}`;
  };
  const cellOf = (control) => control.closest("[data-cell]");
  const fieldsOf = (cell) =>
    [...cell.querySelectorAll("input, select, textarea")]
      .filter((one) => one.name && (one.type !== "checkbox" || one.checked))
      .map((one) => [one.name, one.value]);

  const note = (cell) => {
    waiting.set(cell.dataset.cell, fieldsOf(cell));
    cell.classList.add("is-unsaved");
    send();
  };

  async function ask(url, fields) {
    const reply = await fetch(url, {
      method: "POST",
      body: new URLSearchParams([["csrfmiddlewaretoken", token], ...fields]),
      headers: { "X-Asked-By": "script" },
      redirect: "manual",
    });
    if (reply.type === "opaqueredirect" || reply.status === 403 || reply.status === 404) {
      waiting.clear();
      location.reload(); // signed out, or no longer a member: the page itself says what to do
      throw new Error("gone");
    }
    if (!reply.ok) throw new Error(String(reply.status));
    return reply.json();
  }

  async function send() {
    if (busy || !waiting.size) return;
    busy = true;
    clearTimeout(retry);
    const sent = new Map(waiting);
    waiting.clear();
    say(state.dataset.saving);
    try {
      const now = await ask(form.dataset.cells, [...sent.values()].flat());
      await press;
      show(now, new Set([...sent.keys()].filter((id) => !now.refused[id])));
    } catch {
      for (const [id, fields] of sent) if (!waiting.has(id)) waiting.set(id, fields);
      say(state.dataset.failed, "failed");
      retry = setTimeout(send, 3000);
      busy = false;
      return;
    }
    busy = false;
    send();
  }

  // Put in the parts that differ, but never touch the cell in which somebody types or that waits to be sent. Of those,
  // only "ours", which this answer saved, may go on from what is stored now: elsewhere a colleague may have been faster,
  // and the mark of what was seen must stay, so that both values are shown.
  function show(now, ours = new Set()) {
    const fresh = document.createElement("template");
    fresh.innerHTML = now.html;
    const active = document.activeElement && cellOf(document.activeElement);
    const sameRows = rowsOf(desk).join() === rowsOf(fresh.content).join();
    const sameCells = sameRows && cellsOf(desk).join() === cellsOf(fresh.content).join();
    if (sameCells) {
      for (const old of desk.querySelectorAll("[data-cell], [data-outcome]")) swap(old, fresh.content, active, ours);
    } else {
      redraw(fresh.content, ours);
    }
    const isRefused = Object.keys(now.refused).length > 0;
    say(isRefused || now.reopened ? now.said : `${now.said} ${now.at}`, isRefused ? "failed" : now.reopened ? "warned" : "");
  }

  const rowsOf = (root) => [...root.querySelectorAll("[data-row]")].map((one) => one.dataset.row);
  // A cell that begins to matter leaves the fold of those that do not, also where the order stays.
  const cellsOf = (root) =>
    [...root.querySelectorAll("[data-cell]")].map((one) => `${one.dataset.cell} ${Boolean(one.closest(".others"))}`);

  const seenIn = (cell) => cell.querySelector("input[type=hidden][name$='.seen']");

  // What waits was typed after what was saved just now: it goes on from that.
  function renew(id, seen) {
    for (const pair of waiting.get(id) || []) if (pair[0] === seen.name) pair[1] = seen.value;
  }

  function swap(old, fresh, active, ours) {
    const name = old.dataset.cell ? `[data-cell="${old.dataset.cell}"]` : `[data-outcome="${old.dataset.outcome}"]`;
    const next = fresh.querySelector(name);
    if (!next) return;
    if (old === active || waiting.has(old.dataset.cell)) {
      if (old.dataset.cell && ours.has(old.dataset.cell)) {
        seenIn(old).value = seenIn(next).value;
        renew(old.dataset.cell, seenIn(next));
      }
      return;
    }
    unfold(old, next);
    if (old.outerHTML !== next.outerHTML) old.replaceWith(ready(next));
  }

  // What a person has opened stays open.
  function unfold(old, fresh) {
    for (const one of old.querySelectorAll("details[open][data-fold]"))
      fresh.querySelector(`[data-fold="${one.dataset.fold}"]`)?.setAttribute("open", "");
  }

  // New facts are asked, or rows changed: draw anew, and bring back focus, folds and what is being typed.
  function redraw(fresh, ours) {
    const focused = document.activeElement && document.activeElement.name;
    const typing = focused && cellOf(document.activeElement);
    const kept = new Map(waiting);
    if (typing) kept.set(typing.dataset.cell, fieldsOf(typing));
    const fold = document.activeElement?.matches("summary") && document.activeElement.parentElement.dataset.fold;
    ready(fresh);
    unfold(desk, fresh);
    desk.replaceChildren(fresh);
    if (fold) desk.querySelector(`[data-fold="${fold}"] > summary`)?.focus();
    for (const [id, fields] of kept)
      for (const [name, value] of fields) {
        const control = form.elements.namedItem(name);
        if (!control || control instanceof RadioNodeList) continue;
        if (control.type !== "hidden" || (name.endsWith(".seen") && !ours.has(id))) control.value = value;
        else if (name.endsWith(".seen")) renew(id, control);
      }
    const again = focused && form.elements.namedItem(focused);
    if (again && again.focus) again.focus();
  }

  function ready(root) {
    for (const one of root.querySelectorAll(".only-script")) one.hidden = false;
    return root;
  }

  async function rows(what) {
    if (waiting.size) await send();
    try {
      const before = rowsOf(desk);
      const now = await ask(form.dataset.rows, [["do", what]]);
      await press;
      show(now);
      const added = rowsOf(desk).find((one) => !before.includes(one));
      if (added) desk.querySelector(`[data-row="${added}"] [data-cell] :is(input, select):not([type=hidden])`)?.focus();
    } catch {
      say(state.dataset.failed, "failed");
    }
  }

  form.addEventListener("change", (event) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    const boxes = cell.querySelectorAll("input:not([type=hidden]), textarea");
    // Several boxes are one answer: it is sent when all of them are left.
    if (boxes.length > 1 && event.target.tagName !== "SELECT" && event.target.type !== "checkbox") {
      cell.dataset.changed = "1";
      cell.classList.add("is-unsaved");
    } else note(cell);
  });
  form.addEventListener("focusout", (event) => {
    const cell = cellOf(event.target);
    if (!cell || !cell.dataset.changed || cell.contains(event.relatedTarget)) return;
    delete cell.dataset.changed;
    note(cell);
  });

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    event.preventDefault();
    if (button?.name === "do") rows(button.value);
    else if (button?.dataset.keep) note(cellOf(button));
    else send();
  });
  form.addEventListener("click", (event) => {
    if (event.target.dataset.take) location.reload();
  });

  form.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row) return;
    if (event.ctrlKey && event.key.toLowerCase() === "d") {
      event.preventDefault();
      event.target.blur();
      rows(`double:${row.dataset.row}`);
    }
    if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) {
      event.preventDefault();
      const key = cellOf(event.target).dataset.cell.split(".")[1];
      const all = [...desk.querySelectorAll("[data-row]")];
      const next = all[all.indexOf(row) + 1];
      if (next) (next.querySelector(`[data-cell$=".${key}"] :is(input, select):not([type=hidden])`) || event.target).focus();
      else {
        event.target.blur();
        rows("add:");
      }
    }
  });

  addEventListener("beforeunload", (event) => {
    if (waiting.size) event.preventDefault();
  });
  addEventListener("online", send);
  ready(document);
  document.querySelector(".error-summary")?.focus();
})();
