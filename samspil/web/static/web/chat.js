"use strict";
/* A chat with a program: Enter sends, the new turn comes into view, Escape closes the frame around it. */
(() => {
  document.documentElement.classList.add("scripted");
  /* htmx notes the page it stands on; nothing is kept in a stranger's browser, so that goes at once */
  if (document.querySelector(".stranger"))
    try { sessionStorage.removeItem("htmx-current-path-for-history"); } catch { /* nothing can be kept here anyway */ }
  const field = () => document.getElementById("message");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && window.parent !== window) window.parent.postMessage("samspil-chat-close", "*");
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("[data-sends]")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  /* another language is another page: the whole of it is loaded */
  document.addEventListener("htmx:confirm", (event) => {
    const presser = event.detail.triggeringEvent?.submitter;
    if (!presser?.matches("[data-whole]")) return;
    event.preventDefault();
    const chosen = document.createElement("input");
    chosen.type = "hidden";
    chosen.name = presser.name;
    chosen.value = presser.value;
    presser.form.append(chosen);
    presser.form.submit();
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 429) event.detail.shouldSwap = true;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.target.id !== "compose") return;
    if (event.detail.successful && field()) field().value = "";
  });
  document.addEventListener("htmx:afterSettle", () => {
    const handed = document.querySelector("[data-takes-focus]");
    if (handed) { handed.removeAttribute("data-takes-focus"); handed.focus(); return; }
    document.querySelector("#turns > :last-child")?.scrollIntoView({ block: "nearest" });
  });
})();
