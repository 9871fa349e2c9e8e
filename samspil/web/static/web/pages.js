"use strict";
/* Lists that follow the open case, sending with Ctrl+Enter, and what happens to who was signed out. */
(() => {
  const followOpen = () => document.querySelector(".pane-list [aria-current='true'][id]")?.scrollIntoView({ block: "nearest" });
  document.addEventListener("DOMContentLoaded", followOpen);
  document.addEventListener("htmx:afterSettle", followOpen);

  document.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (sends && event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });

  /* whoever was signed out meanwhile sees the sign-in page, not a piece of it inside another page */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answered = new URL(event.detail.xhr.responseURL || location.href);
    if (answered.pathname.startsWith("/accounts/")) { event.detail.shouldSwap = false; location.reload(); }
  });
})();
