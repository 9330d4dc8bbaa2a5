/** The path of the page's files in the executable; `scripts/build.ts` puts them there. */
declare module "embedded:page" {
  const path: string;
  export default path;
}
