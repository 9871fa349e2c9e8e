"use strict";
/* Choosing cases in a list: several with shift, one with x, all on the page; kept from page to page. */
(() => {
  const STORE = "samspil-chosen";
  const MOST = 1000;
  const form = () => document.getElementById("choose");
  const boxes = () => [...document.querySelectorAll("[data-choice]")];
  let last = null;

  /* what was chosen in this list, on whatever page of it; another list begins with nothing */
  const kept = () => {
    try {
      const found = JSON.parse(sessionStorage.getItem(STORE) || "{}");
      return found.list === form()?.dataset.list ? new Set(found.ids) : new Set();
    } catch { return new Set(); }
  };
  const keep = (ids) => {
    try { sessionStorage.setItem(STORE, JSON.stringify({ list: form().dataset.list, ids: [...ids].slice(0, MOST) })); } catch { /* lasts for this page */ }
  };

  const show = () => {
    if (!form()) return;
    const chosen = kept();
    const here = boxes();
    for (const box of here) box.checked = chosen.has(box.value);
    const others = [...chosen].filter((id) => !here.some((box) => box.value === id));
    form().elements.also.value = others.join(",");
    form().querySelector("[data-count]").textContent = chosen.size ? String(chosen.size) : "";
    form().querySelector("[data-with-chosen]").disabled = chosen.size === 0;
    form().querySelector("[data-choose-none]").hidden = chosen.size === 0;
    const all = form().querySelector("[data-choose-all]");
    const ticked = here.filter((box) => box.checked).length;
    all.checked = here.length > 0 && ticked === here.length;
    all.indeterminate = ticked > 0 && ticked < here.length;
  };
  const set = (changed, checked) => {
    const chosen = kept();
    for (const box of changed) { if (checked) chosen.add(box.value); else chosen.delete(box.value); }
    keep(chosen);
    show();
  };

  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-choice]");
    if (box) {
      const here = boxes();
      const from = here.indexOf(last);
      const to = here.indexOf(box);
      const span = event.shiftKey && from >= 0 ? here.slice(Math.min(from, to), Math.max(from, to) + 1) : [box];
      last = box;
      set(span, box.checked);
    }
    if (event.target.closest("[data-choose-none]")) { keep(new Set()); show(); }
    if (event.target.closest("[data-prints]")) window.print();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-choose-all]")) set(boxes(), event.target.checked);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches(".deeds, [data-ends-choosing]")) { try { sessionStorage.removeItem(STORE); } catch { /* nothing kept */ } }
  });

  /* x chooses the row that has the focus, or the case that is open, or the first */
  document.addEventListener("keydown", (event) => {
    const typing = event.target.isContentEditable || event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || typing || document.querySelector("dialog[open]")) return;
    const row = document.activeElement.closest(".choosable") || document.querySelector(".choosable:has([aria-current='true'])") || document.querySelector(".choosable");
    const box = row?.querySelector("[data-choice]");
    if (!box) return;
    event.preventDefault();
    last = box;
    set([box], !box.checked);
  });

  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("htmx:afterSettle", show);
})();
