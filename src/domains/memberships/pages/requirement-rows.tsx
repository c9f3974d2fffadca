// What an applicant hands in, as a list that the alliance writes.
import { newId } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/fields/text-field.tsx'
import type { Requirement } from '../rule-model.ts'
import { InLanguages } from './in-languages.tsx'
import { said } from './pieces.tsx'

export function RequirementRows({ rows, onChange }: { rows: Requirement[]; onChange: (rows: Requirement[]) => void }) {
  const [text, locale] = [useText(), useLocale()]
  const put = (key: string, change: Partial<Requirement>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <>
      {rows.map(({ key, what, optional }, at) => (
        <div className="requirement-row" key={key}>
          <InLanguages label={text('memberships.rules.requirement', { number: at + 1 })} value={what} onChange={(named) => put(key, { what: named })} />
          <CheckField label={text('memberships.optional')} checked={optional} onChange={(on) => put(key, { optional: on })} />
          <div className="row"><Button small look="quiet" label={text('web.remove-one', { what: said(what, locale) || String(at + 1) })} onPress={() => onChange(rows.filter((row) => row.key !== key))}>{text('web.remove')}</Button></div>
        </div>
      ))}
      <div className="row"><Button small onPress={() => onChange([...rows, { key: newId().slice(-8), what: {}, optional: false }])}>{text('memberships.rules.add-requirement')}</Button></div>
    </>
  )
}
