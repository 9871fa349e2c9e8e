"use strict";
/* A card dragged onto another column presses the button that leads there, if there is one. */
(() => {
  let card = null;
  const way = (column) => card && card.querySelector(`form[data-into="${column.dataset.stage}"]`);
  addEventListener("dragstart", (event) => {
    card = event.target.closest?.("[data-card]") ?? null;
    if (card) event.dataTransfer.setData("text/plain", "");
  });
  addEventListener("dragend", () => {
    card = null;
    for (const one of document.querySelectorAll(".is-target")) one.classList.remove("is-target");
  });
  for (const column of document.querySelectorAll("[data-stage]")) {
    column.addEventListener("dragover", (event) => {
      if (!way(column)) return;
      event.preventDefault();
      column.classList.add("is-target");
    });
    column.addEventListener("dragleave", () => column.classList.remove("is-target"));
    column.addEventListener("drop", (event) => {
      const form = way(column);
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }
})();
