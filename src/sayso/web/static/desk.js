// The desk's own scripts: each page works without them for reading, and with them from the keyboard alone.
import { listen } from "/static/keys.js";
import { palette } from "/static/palette.js";
import { places } from "/static/places.js";
import { spans } from "/static/spans.js";
import { working } from "/static/working.js";
import { keymap } from "/static/keymap.js";

listen();
palette();
spans();
places();
working();
keymap();
document.body.dataset.keys = "listening";

// Where a page opens at a word of a long text, the word stands in the middle of its own pane.
const here = document.querySelector("[data-here]");
const folded = here?.closest("details:not([open])");
if (here) (folded ?? here).scrollIntoView({ block: "center", behavior: "instant" });
