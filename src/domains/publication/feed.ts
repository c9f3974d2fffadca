// News as Atom (RFC 4287), in the reader's language where a text exists in it.
import type { Locale } from '#platform/kinds.ts'
import { type NewsData, textFor } from './model.ts'

export function atomFeed({ origin, locale }: { origin: string; locale: Locale }, { head, news }: NewsData): string {
  const home = `${origin}${head.path}?lang=${locale}`
  const name = (head.names.find(({ lang }) => lang === locale) ?? head.names.find(({ lang }) => lang === 'en') ?? head.names[0])?.value ?? ''
  const updated = news.map(({ changedAt }) => changedAt).reduce((latest, one) => (one > latest ? one : latest), head.changedAt)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${escaped(`${origin}${head.path}/feed.atom`)}</id><title>${escaped(name)}</title><updated>${updated}</updated>
<author><name>${escaped(name)}</name></author>
<link rel="self" href="${escaped(`${origin}${head.path}/feed.atom?lang=${locale}`)}"/><link rel="alternate" type="text/html" href="${escaped(home)}"/>
${news.map((item) => entry(origin, locale, item)).join('\n')}
</feed>
`
}

function entry(origin: string, locale: Locale, { id, path, title, body, onDay, changedAt }: NewsData['news'][number]): string {
  const [called, said] = [textFor(title, locale), textFor(body, locale)]
  const published = onDay ? `<published>${onDay}T00:00:00Z</published>` : ''
  return `<entry><id>urn:uuid:${id}</id><title xml:lang="${called?.lang ?? locale}">${escaped(called?.value ?? '')}</title><updated>${changedAt}</updated>${published}
<link rel="alternate" type="text/html" href="${escaped(`${origin}${path}?lang=${locale}`)}"/>
${said ? `<content type="text" xml:lang="${said.lang}">${escaped(said.value)}</content>` : ''}</entry>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Characters that XML 1.0 cannot carry are left out. */
export const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => signs[sign]!)
