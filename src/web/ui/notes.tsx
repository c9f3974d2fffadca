// What a page says when there is nothing, when something went wrong, and while long work goes on.
import type { ReactNode } from 'react'
import { formatShare } from '#platform/i18n/format.ts'
import { Offline, Refusal } from '../client.ts'
import { useLocale, useText } from '../text.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './notes.css'

/** Nothing here yet, what would stand here, and the step that fills it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="row">{action}</div>}
    </div>
  )
}

/** The reason and the next step of what went wrong, in the reader's language. */
export function useTrouble(): (error: unknown) => { what: string; next: string; requestId: string | undefined } {
  const text = useText()
  const say = (key: string, facts?: Record<string, unknown>) => {
    const said = text(key, facts)
    return said === key ? undefined : said
  }
  return (error) => {
    if (error instanceof Offline) return { what: text('web.offline'), next: text('web.offline.next'), requestId: undefined }
    if (!(error instanceof Refusal)) return { what: text('web.our-mistake'), next: text('web.our-mistake.next'), requestId: undefined }
    const { reason, facts, requestId } = error
    const key = say(reason) ? reason : 'web.our-mistake'
    return { what: text(key, facts), next: say(`${key}.next`, facts) ?? text('web.our-mistake.next'), requestId }
  }
}

export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText()
  const { what, next, requestId } = useTrouble()(error)
  return (
    <div className="note garnet" role="alert">
      <Icon name="warning" />
      <div>
        <p><strong>{what}</strong></p>
        <p>{next}</p>
        {requestId && <p className="quiet">{text('web.request-number')} <code dir="ltr">{requestId}</code></p>}
        {onRetry && <Button small onPress={onRetry}>{text('web.again')}</Button>}
      </div>
    </div>
  )
}

/** A quiet remark beside the matter: `saffron` for what is due, `lapis` for what to know. */
export function Note({ tone = 'lapis', children }: { tone?: 'lapis' | 'saffron' | 'jade' | 'garnet'; children: ReactNode }) {
  return <div className={`note ${tone}`} role="note"><div>{children}</div></div>
}

/** Long work: how far, in a bar and in words. `share` between 0 and 1, or nothing when it cannot be known. */
export function Progress({ label, share, children }: { label: string; share?: number | undefined; children?: ReactNode }) {
  const locale = useLocale()
  return (
    <div className="progress">
      <div className="progress-words"><span>{label}</span>{share !== undefined && <bdi className="figures">{formatShare(share, locale)}</bdi>}</div>
      <progress aria-label={label} max={1} {...(share === undefined ? {} : { value: share })} />
      {children && <div className="quiet" aria-live="polite">{children}</div>}
    </div>
  )
}
