// Finds words that a translator forgot: Latin letters where the language has its own script.

/** Names of standards, formats and products that every language writes in Latin letters. */
const written = new Set([
  'pamir', 'ror', 'schac', 'hec', 'xlsx', 'xls', 'csv', 'json', 'pdf', 'zip', 'gzip', 'ndjson', 'excel', 'iso', 'isced-f', 'isced', 'url', 'https', 'http', 'e-mail', 'email',
  'webauthn', 'openid', 'connect', 'oidc', 'smtp', 'orcid', 'doi', 'agpl', 'mb', 'kb', 'utc', 'id', 'api', 'grid', 'wikidata', 'isni', 'fundref', 'utf-8', 'gb18030',
  'crossref', 'funder', 'org', 'example', 'www', 'com', 'yyyy', 'mm', 'dd', 'ctrl', 'enter', 'esc', 'pin', 'qr', 'postgresql',
])

const choices = /\{\s*\w+\s*(,\s*(plural|selectordinal|select|number|date|time)\s*,?)?|\b(zero|one|two|few|many|other|offset:\d+|=\d+|\w[\w-]*)\s*(?=\{)/g
const addresses = /\/[\w./-]+|\w+(\.\w+)+/g
const quoted = /«[^»]*»|“[^”]*”|”[^“]*“|’[^‘]*‘|"[^"]*"/g

/**
 * Two forgotten words are enough, or one where nothing else is said. Values in braces, addresses and what is quoted
 * (a command, an example) are not words; a name keeps its capital letters beside a language's own script.
 */
export function isLeftInEnglish(message: string, english: string): boolean {
  const said = message.replaceAll(choices, ' ').replaceAll(addresses, ' ')
  const own = /[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]/.test(said)
  const words = (own ? said.replaceAll(quoted, ' ') : said).match(/[A-Za-z][A-Za-z'’-]*/g) ?? []
  const foreign = words.filter((word) => word.length > 1 && !written.has(word.toLowerCase()))
  if (!own || message === english) return foreign.length > 0
  return foreign.filter((word) => /^[a-z]/.test(word)).length > 1
}
