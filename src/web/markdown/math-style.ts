/** KaTeX's style sheet, put into the page with the first formula. */
declare const MATH_STYLE: string;

const link = document.createElement("link");
link.rel = "stylesheet";
link.href = MATH_STYLE;
document.head.append(link);

export {};
