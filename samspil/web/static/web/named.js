"use strict";
/* What was named in one field of a kind is offered at the next, so that nobody types it again. */
(() => {
  const SELECTOR = "[data-offers-named]";
  const names = (field) => field.value.split(",").map((name) => name.trim()).filter(Boolean);

  const offer = (field) => {
    const here = new Set(names(field).map((name) => name.toLowerCase()));
    const others = new Map();
    for (const other of document.querySelectorAll(SELECTOR)) {
      for (const name of names(other)) others.set(name.toLowerCase(), name);
    }
    const row = document.createElement("div");
    row.className = "row named";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", field.dataset.offersNamed);
    for (const [key, name] of others) {
      if (here.has(key)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "chip";
      button.textContent = name;
      row.append(button);
    }
    field.parentElement.querySelector(".named")?.remove();
    if (row.childElementCount) field.after(row);
  };

  document.addEventListener("focusin", (event) => {
    if (event.target.matches(SELECTOR)) offer(event.target);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".named > button");
    if (!button) return;
    const field = button.parentElement.parentElement.querySelector(SELECTOR);
    field.value = [...names(field), button.textContent].join(", ");
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
    offer(field);
  });
})();
