// While counts are being brought up to date the page asks how far it is, and then shows the new ones.
export function working() {
  if (!document.body.dataset.busy) return;
  const bar = document.getElementById("working");
  const ask = async () => {
    const answer = await fetch("/working.json").catch(() => null);
    if (!answer?.ok) return;
    const { busy, trouble } = await answer.json();
    if (busy) {
      setTimeout(ask, 1000);
      return;
    }
    if (trouble) {
      bar.textContent = `The counts could not be brought up to date: ${trouble}`;
      return;
    }
    bar.textContent = "The counts are up to date.";
    setTimeout(() => { bar.hidden = true; }, 4000);
    for (const live of document.querySelectorAll("[data-live]")) await renew(live);
  };
  setTimeout(ask, 600);
}

// A part of the page with its numbers as they are now; nothing that is being written in is touched.
async function renew(part) {
  if (part.contains(document.activeElement) && document.activeElement !== part) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = fresh.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
  if (found) part.replaceChildren(...document.importNode(found, true).childNodes);
}
