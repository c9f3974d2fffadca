// For those who index: which pages there are, in which languages, and where nobody needs to look.
import { langTag, locales } from '#platform/i18n/locale.ts'
import { escaped } from './feed.ts'

export const robotsText = (origin: string): string => `User-agent: *\nDisallow: /api/\nSitemap: ${origin}/sitemap.xml\n`

/** https://www.sitemaps.org/protocol.html, with the languages of each page beside it; at most 50,000 addresses. */
export function sitemap(origin: string, paths: { path: string; changedAt: string }[]): string {
  const all = [{ path: '/public', changedAt: null }, ...paths].slice(0, 50_000)
  const links = (path: string) => locales.map((locale) =>
    `<xhtml:link rel="alternate" hreflang="${langTag(locale)}" href="${escaped(`${origin}${path}?lang=${locale}`)}"/>`).join('')
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${all.map(({ path, changedAt }) => `<url><loc>${escaped(`${origin}${path}`)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}${links(path)}</url>`).join('\n')}
</urlset>
`
}
