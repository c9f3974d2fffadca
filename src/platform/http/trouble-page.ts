// What a browser is shown when a page that the server draws could not be drawn: it leans on nothing else that could be broken.
import { dir, langTag, type Locale } from '../i18n/locale.ts'
import { translator } from '../i18n/words.ts'

type Trouble = { error: string; facts?: Record<string, unknown> | undefined; requestId: string }

export function troublePage(locale: Locale, { error, facts, requestId }: Trouble): string {
  const text = translator(locale)
  const say = (key: string) => escaped(text(key, facts))
  return `<!doctype html><html lang="${langTag(locale)}" dir="${dir(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${say('web.trouble.title')}</title><style>${style}</style></head>
<body><main><h1>${say(error)}</h1><p>${say(`${error}.next`)}</p><p><a href="">${say('web.again')}</a></p>
<p><small>${say('web.request-number')} <code dir="ltr">${requestId}</code></small></p></main></body></html>`
}

const style = `body{font:1.0625rem/1.6 Georgia,serif;margin:0}[lang=ur] body{line-height:2.2}main{max-width:34rem;margin:18vh auto;padding:0 1.5rem}
h1{font-size:1.6rem;font-weight:500;margin:0 0 .5rem}a{color:inherit}small{opacity:.75}code{font-size:.9em}`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
