// The types of the package are not published under the name that it declares.
declare module 'unicode-confusables' {
  const confusables: { readonly rectifyConfusion: (text: string) => string };
  export default confusables;
}
