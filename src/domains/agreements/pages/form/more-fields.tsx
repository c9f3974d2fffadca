// What else is known: fields of study, the agreement above, who sees it, source and notes.
import { useState } from 'react'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { agreementsApi } from '../../api.ts'
import { fieldCodes, titleIn, visibilities } from '../../model.ts'
import type { Change, Filled } from './state.ts'

type Props = { filled: Filled; onChange: Change; wrong: Record<string, string[]>; but?: string | undefined }

export function MoreFields({ filled, onChange, wrong, but }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const { parent, visibility, source, notes } = filled
  const find = async (typed: string) => (await call(agreementsApi.list, { query: { text: typed, limit: 8, locale } as never })).rows
    .filter(({ id }) => id !== but).map((row) => ({ id: row.id, label: titleIn(row, locale), words: titleIn(row, locale), about: row.signedOn?.slice(0, 4) ?? '' }))
  return (
    <>
      <FieldsOfStudy {...{ filled, onChange }} />
      <PickerField label={text('agreements.form.parent')} value={parent} find={find} onChange={(parent) => onChange({ parent })} placeholder={text('agreements.search-here')} />
      <SelectField label={text('agreements.visibility')} required value={visibility} options={visibilities.map((value) => ({ value, label: text(`agreements.visibilities.${value}`) }))}
        onChange={(visibility) => onChange({ visibility: visibility as Filled['visibility'] })} />
      <TextField label={text('agreements.source')} value={source} onChange={(source) => onChange({ source })} wrong={wrong['source']} />
      <TextField label={text('agreements.notes')} lines={4} value={notes} onChange={(notes) => onChange({ notes })} wrong={wrong['notes']} />
    </>
  )
}

/** Chosen one after another from the list of ISCED-F 2013. */
function FieldsOfStudy({ filled: { fields }, onChange }: Pick<Props, 'filled' | 'onChange'>) {
  const text = useText()
  const [chosen, choose] = useState('')
  const options = fieldCodes.filter((code) => !fields.includes(code)).map((code) => ({ value: code, label: `${'\u2003'.repeat(code.length - 2)}${code} ${text(`agreements.fields.${code}`)}` }))
  const add = (code: string) => (choose(''), code && onChange({ fields: [...fields, code] }))
  return (
    <>
      <SelectField label={text('agreements.form.fields')} value={chosen} none="—" options={options} onChange={add} />
      <ul className="file-list">
        {fields.map((code) => (
          <li key={code}>
            <span><bdi dir="ltr" className="quiet">{code}</bdi> {text(`agreements.fields.${code}`)}</span>
            <span className="end"><Button small look="quiet" label={text('web.remove-one', { what: text(`agreements.fields.${code}`) })} onPress={() => onChange({ fields: fields.filter((one) => one !== code) })}>{text('agreements.remove')}</Button></span>
          </li>
        ))}
      </ul>
    </>
  )
}
