/**
 * Two words of a Latin script in a row that are lower case and no name: where these stand, somebody speaks English. What is quoted,
 * addresses, file names and ids are nobody's sentence.
 */
export function latinSentences(text: string): string[] {
  const bare = text
    .replaceAll(/[“‘"]\S[^”’"]*[”’"]/g, ' ')
    .replaceAll(/\S+[/\\@:.]\S+/g, ' ')
    .replaceAll(/\S*[\d_-]\S*/g, ' ')
  return Array.from(bare.matchAll(/\b[A-Za-z][a-z’']*(?:\s+[a-z][a-z’']+)+/g), ([words]) => words)
}
