"use strict";
/* In a workshop: the page follows the room by itself unless something typed would be lost, and says how many
   points are left. Everything works without it. */
(() => {
  const changed = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
    const first = [...field.options].findIndex((one) => one.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  };
  const typed = () => [...document.querySelectorAll("main :is(input:not([type=hidden]), textarea, select)")].some(changed);
  document.addEventListener("htmx:afterSettle", () => {
    const way = document.querySelector("[data-goes-on]");
    if (way && !typed()) location.replace(way.href);
  });

  const form = document.querySelector("[data-spreads]");
  form?.addEventListener("input", () => {
    const given = [...form.querySelectorAll("input[type=number]")].reduce((sum, one) => sum + (one.valueAsNumber || 0), 0);
    form.querySelector("[data-left]").value = Number(form.dataset.spreads) - given;
  });
})();
