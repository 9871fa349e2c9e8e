"use strict";
/* A button that opens the chat in a frame. No cookie, no tracking: nothing is loaded before it is pressed. */
(() => {
  const address = new URL("./", document.currentScript.src).href;
  const words = { open: "{{ open|escapejs }}", close: "{{ close|escapejs }}", title: "{{ title|escapejs }}" };
  const origin = new URL(address).origin;
  const put = (element, styles) => { for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value); };
  const start = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.open;
    button.setAttribute("aria-expanded", "false");
    put(button, { position: "fixed", "inset-inline-end": "1rem", "inset-block-end": "1rem", "z-index": "2147483000", padding: "0.75rem 1.25rem", border: "0", "border-radius": "6px", background: "#22201b", color: "#fffefb", font: "600 1rem system-ui, sans-serif", cursor: "pointer" });
    let frame = null;
    const show = (open) => {
      if (open && !frame) {
        frame = document.createElement("iframe");
        frame.src = `${address}?in=frame`;
        frame.title = words.title;
        put(frame, { position: "fixed", "inset-inline-end": "1rem", "inset-block-end": "4.75rem", "z-index": "2147483000", width: "min(26rem, calc(100vw - 2rem))", height: "min(40rem, calc(100vh - 6.5rem))", border: "1px solid #8c8576", "border-radius": "6px", background: "#fffefb" });
        button.before(frame);
      }
      if (frame) frame.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      button.textContent = open ? words.close : words.open;
      if (open) frame.focus(); else button.focus();
    };
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    button.addEventListener("click", () => show(!isOpen()));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && isOpen()) show(false); });
    window.addEventListener("message", (event) => {
      if (frame && event.origin === origin && event.source === frame.contentWindow && event.data === "samspil-chat-close") show(false);
    });
    document.body.append(button);
  };
  if (document.body) start(); else document.addEventListener("DOMContentLoaded", start);
})();
