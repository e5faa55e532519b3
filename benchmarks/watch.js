// Runs in every page before its own scripts: counts what the websocket brings and tells, on the
// page's own clock, when something is painted. `window.benchProbe` names what is waited for.
(() => {
  if (window !== window.top) return;
  const bench = (window.bench = { received: 0, began: 0, marked: new WeakSet() });
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        bench.received += data.byteLength ?? data.size ?? data.length;
      });
    }
  };

  const probes = {
    // Our map: the id of what it last painted.
    peta() {
      return bench.root()?.dataset.painted?.split(" ")[1];
    },
    // folium: as many shapes as there are desa, none of them drawn before the click.
    folium() {
      for (const frame of document.querySelectorAll("iframe")) {
        const paths = frame.contentDocument?.getElementsByClassName("leaflet-interactive") ?? [];
        if (paths.length < window.benchShapes) continue;
        if (![...paths].some((path) => bench.marked.has(path))) return "drawn";
      }
      return null;
    },
    // Our heatmap: how often it was painted.
    panas() {
      const place = document.querySelector(".st-key-peta_panas");
      for (const element of place?.querySelectorAll("*") ?? []) {
        const found = element.shadowRoot?.querySelector(".panas");
        if (found) return found.dataset.painted;
      }
      return place?.querySelector(".panas")?.dataset.painted;
    },
    // A Plotly chart: its title, drawn with the figure.
    plotly() {
      return document.querySelector(".js-plotly-plot .gtitle")?.textContent;
    },
    // All words of the page, once its script has run and ended.
    kata() {
      const app = document.querySelector('[data-testid="stApp"]');
      if (!bench.ran || app?.dataset.testScriptState !== "notRunning") return null;
      return document.querySelector('[data-testid="stMain"]')?.textContent || null;
    },
    // A line of text that st.text wrote.
    text() {
      const lines = [...document.querySelectorAll('[data-testid="stText"]')];
      return lines.map((line) => line.textContent).join("\n") || null;
    },
  };

  new MutationObserver((records) => {
    const states = records.flatMap(({ oldValue, target }) => [oldValue, target.dataset.testScriptState]);
    bench.ran ||= states.includes("running");
  }).observe(document, {
    attributeFilter: ["data-test-script-state"], attributeOldValue: true, subtree: true,
  });
  bench.root = () => {
    const place = document.querySelector(".st-key-peta");
    for (const element of place?.querySelectorAll("*") ?? []) {
      const found = element.shadowRoot?.querySelector(".peta");
      if (found) return found;
    }
    return place?.querySelector(".peta");
  };
  bench.markShapes = () => {
    for (const frame of document.querySelectorAll("iframe")) {
      const paths = frame.contentDocument?.getElementsByClassName("leaflet-interactive") ?? [];
      for (const path of paths) bench.marked.add(path);
    }
  };
  bench.state = (probe) => probes[probe]() ?? null;

  // Milliseconds from `bench.began` until the probe shows another state, two frames later.
  bench.wait = (probe, before) =>
    new Promise((resolve) => {
      const look = () => {
        const state = bench.state(probe);
        if (state === null || state === before) return requestAnimationFrame(look);
        const end = () => resolve(performance.now() - bench.began);
        requestAnimationFrame(() => requestAnimationFrame(end));
      };
      look();
    });
  // Arm before a click in the page; the clock starts with the click itself.
  bench.arm = (probe) => {
    bench.markShapes();
    const before = probe === "folium" ? null : bench.state(probe);
    bench.ran = false;
    bench.began = performance.now();
    window.addEventListener("click", () => (bench.began = performance.now()), {
      capture: true, once: true,
    });
    bench.done = bench.wait(probe, before);
  };
  bench.done = bench.wait(window.benchProbe, null);
})();
