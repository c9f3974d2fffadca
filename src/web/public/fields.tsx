// Fields of the plain forms on public pages: a label, what is wrong, and what was typed before.
import type { Reader } from './page.tsx'

type Of = { reader: Reader; name: string; label: string; fields: Record<string, string>; wrong: Record<string, string[]>; hint?: string; required?: boolean }

const marks = (name: string, wrong: Of['wrong'], hint: string | undefined) => {
  const by = [hint ? `${name}-hint` : '', wrong[name] ? `${name}-wrong` : ''].filter(Boolean).join(' ')
  return { 'aria-invalid': wrong[name] ? true : undefined, 'aria-describedby': by || undefined }
}

export function Line({ reader, name, label, fields, wrong, hint, required = false, type = 'text', complete }: Of & { type?: 'text' | 'email' | 'url'; complete?: string }) {
  return (
    <p className="ask">
      <label htmlFor={name}>{label}</label>
      {hint && <small id={`${name}-hint`} className="quiet">{hint}</small>}
      <input id={name} name={name} type={type} required={required} maxLength={500} autoComplete={complete} defaultValue={fields[name]} dir={type === 'text' ? 'auto' : 'ltr'} {...marks(name, wrong, hint)} />
      <Wrong name={name} keys={wrong[name]} text={reader.text} />
    </p>
  )
}

export function Words({ reader, name, label, fields, wrong, hint, required = false, rows = 4 }: Of & { rows?: number }) {
  return (
    <p className="ask">
      <label htmlFor={name}>{label}</label>
      {hint && <small id={`${name}-hint`} className="quiet">{hint}</small>}
      <textarea id={name} name={name} rows={rows} required={required} maxLength={20_000} dir="auto" defaultValue={fields[name]} {...marks(name, wrong, hint)} />
      <Wrong name={name} keys={wrong[name]} text={reader.text} />
    </p>
  )
}

export const Wrong = ({ name, keys, text }: { name: string; keys: string[] | undefined; text: Reader['text'] }) =>
  (keys ? <small id={`${name}-wrong`} className="mark garnet" role="alert">{keys.map((key) => text(key)).join(' ')}</small> : null)
