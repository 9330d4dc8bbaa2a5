/** The page's start. */
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { createStore } from "./store/store.ts";
import { strings } from "./strings.ts";
import "./style/base.css";
import "./style/parts.css";
import "./style/shell.css";
import "./style/screens.css";
import "./style/plan.css";
import "./style/review.css";
import "./style/charts.css";
import "./style/paper.css";
import "./style/print.css";

const place = document.getElementById("page");
if (place === null) throw new Error("the page has no place to stand");
if (typeof Temporal === "undefined") place.textContent = strings.oldBrowser;
else {
  const root = createRoot(place);
  root.render(<p className="waiting">{strings.loading}</p>);
  root.render(<App store={await createStore()} />);
}
if ("serviceWorker" in navigator)
  void navigator.serviceWorker.register("/worker.js").catch(() => {});
