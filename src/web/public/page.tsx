// The frame of every public page: complete HTML from the server, readable without JavaScript, in four languages.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { dir, langTag, localeNames, type Locale, locales } from '#platform/i18n/locale.ts'
import type { Text } from '#platform/i18n/message.ts'
import { Peaks } from '../ui/peaks.tsx'
import { sheets } from './assets.ts'

/** For whom a page is drawn: `origin` as in `https://pamir.example.org`, `path` without the language. */
export type Reader = { locale: Locale; text: Text; instance: string; origin: string; path: string }

/** `feed` is the address of the news as Atom; `unlisted` pages are not for those who index. */
type PageProps = { reader: Reader; title: string; description: string; feed?: string; unlisted?: boolean; children: ReactNode }

/** `<!doctype html>…`, ready to send. */
export function page(props: PageProps): string {
  const { reader } = props
  const body = renderToStaticMarkup(<Body {...props} />)
  const head = renderToStaticMarkup(<Head {...props} />)
  // Chinese comes in many slices: its sheet is named last and only where Chinese stands, so that it delays nothing.
  const han = reader.locale === 'zh' || /\p{Script=Han}/u.test(renderToStaticMarkup(props.children)) ? `<link rel="stylesheet" href="${sheets().han}">` : ''
  const { locale } = reader
  return `<!doctype html><html lang="${langTag(locale)}" dir="${dir(locale)}">${head}<body>${body}${han}</body></html>`
}

export const addressIn = (locale: Locale, { origin, path }: Reader): string => `${origin}${path}?lang=${locale}`

function Head({ reader, title, description, feed, unlisted = false }: PageProps) {
  const whole = title === reader.instance ? title : `${title} · ${reader.instance}`
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{whole}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={addressIn(reader.locale, reader)} />
      {locales.map((locale) => <link key={locale} rel="alternate" hrefLang={langTag(locale)} href={addressIn(locale, reader)} />)}
      <link rel="alternate" hrefLang="x-default" href={`${reader.origin}${reader.path}`} />
      {feed && <link rel="alternate" type="application/atom+xml" title={whole} href={`${feed}?lang=${reader.locale}`} />}
      {unlisted && <meta name="robots" content="noindex" />}
      <meta property="og:title" content={whole} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={addressIn(reader.locale, reader)} />
      <link rel="icon" href="/pamir.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={sheets().page} />
    </head>
  )
}

function Body({ reader, children }: PageProps) {
  const { text, instance, locale } = reader
  return (
    <>
      <a className="skip" href="#main">{text('web.skip')}</a>
      <header className="top">
        <a className="name" href={`/public?lang=${locale}`}><Peaks />{instance}</a>
        <Languages reader={reader} />
        <a className="sign-in" href="/sign-in">{text('web.sign-in')}</a>
      </header>
      <main id="main">{children}</main>
      <footer><p>{text('web.public.foot')}</p></footer>
    </>
  )
}

const Languages = ({ reader }: { reader: Reader }) => (
  <nav className="languages" aria-label={reader.text('web.public.languages')}>
    {locales.map((locale) => (
      <a key={locale} href={`${reader.path}?lang=${locale}`} lang={langTag(locale)} dir={dir(locale)} hrefLang={langTag(locale)}
        aria-current={locale === reader.locale ? 'true' : undefined}>{localeNames[locale]}</a>
    ))}
  </nav>
)
