/* Runs in the page, where the types of the tests do not reach: what stands in it and must not. */
(() => {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
  const kinds =
    "iframe, frame, frameset, object, embed, applet, base, portal, audio, video, source, track, marquee, area, #page noscript, meta[http-equiv], foreignObject, animate, set, use, image, [srcdoc], [formaction], [action], [ping], [background], [popover], [popovertarget]";
  for (const element of document.querySelectorAll(kinds)) say("element", element);
  for (const element of document.querySelectorAll("script")) {
    if (!/^\/assets\//.test(element.getAttribute("src") ?? "")) say("script", element);
  }
  for (const element of document.querySelectorAll("link")) {
    if (!element.href.startsWith(location.origin)) say("link", element);
  }
  for (const element of document.querySelectorAll("style")) {
    if (/@import|attacker/.test(element.textContent)) say("style", element);
  }
  /** An image loads nothing and runs nothing; what is in it must be harmless all the same. */
  const lookInto = (drawing) => {
    const parsed = new DOMParser().parseFromString(drawing, "image/svg+xml");
    for (const element of parsed.querySelectorAll("*")) {
      if (/^(script|iframe|img|image|animate|set)$/i.test(element.localName)) {
        say("in a drawing", element);
      }
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) say(`in a drawing, attribute ${name}`, element);
        if (/href$|^src$/.test(name) && !/^(#|https?:)/.test(value))
          say("in a drawing, link", element);
      }
    }
  };
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say(`attribute ${name}`, element);
      if (name === "style" && /url\(|expression|@import/i.test(value)) say("style", element);
      if (!/^(xlink:)?href$|^src$|^poster$|^data$/.test(name)) continue;
      const { protocol, origin } = new URL(value, location.href);
      const isImage = element instanceof HTMLImageElement;
      const fine = isImage
        ? /^(data:image\/svg\+xml|blob:|\/notes\/images\/)/.test(value)
        : ["http:", "https:", "mailto:"].includes(protocol);
      if (!fine) say(`${name} ${protocol}`, element);
      if (element instanceof HTMLAnchorElement && origin !== location.origin) {
        if (!/noreferrer/.test(element.rel)) say("a link that tells where it stood", element);
      }
      if (isImage && value.startsWith("data:")) {
        lookInto(decodeURIComponent(value.slice(value.indexOf(",") + 1)));
      }
    }
  }
  for (const name of ["localStorage", "getElementById", "cookie"]) {
    if (document[name] instanceof Element) found.push(`document.${name} is hidden`);
  }
  return found;
})();
