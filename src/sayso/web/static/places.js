// Names of places are looked up while one writes, and offered with their ids, so that the right one is meant.
export function places() {
  const list = document.getElementById("places");
  if (!list) return;
  let wait = 0;
  let asked = 0;
  for (const field of document.querySelectorAll("input[name=place_name]")) {
    field.addEventListener("input", () => {
      clearTimeout(wait);
      const words = field.value.trim();
      if (words.length < 2 || words.endsWith(")")) return;
      wait = setTimeout(async () => {
        const mine = ++asked;
        const answer = await fetch(`/places.json?q=${encodeURIComponent(words)}`).catch(() => null);
        if (!answer?.ok || mine !== asked) return;
        const { rows } = await answer.json();
        list.replaceChildren(
          ...rows.map((row) => {
            const option = document.createElement("option");
            option.value = `${row.name} (${row.id})`;
            option.label = row.words;
            return option;
          }),
        );
      }, 150);
    });
  }
}
