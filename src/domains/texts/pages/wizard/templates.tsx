// From what a draft begins: a template, nothing, or another agreement's text.
import { titleIn } from '#domains/agreements/model.ts'
import { agreementsApi } from '#domains/agreements/api.ts'
import { languageName } from '#platform/i18n/format.ts'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import type { TemplateShown } from '../../template-model.ts'
import { afterTemplate, type Change, type DraftFilled } from './filled.ts'

type Props = { templates: Omit<TemplateShown, 'articles'>[]; filled: DraftFilled; onChange: Change }

export function Templates({ templates, filled, onChange }: Props) {
  const [say, locale] = [useText(), useLocale()]
  const find = async (typed: string) => (await call(agreementsApi.list, { query: { text: typed, limit: 8 } })).rows.map((row) => ({ id: row.id, label: titleIn(row, locale), words: titleIn(row, locale) }))
  return (
    <div className="template-list" role="radiogroup" aria-label={say('texts.wizard.from')}>
      {templates.map((template) => (
        <Choice key={template.key} chosen={filled.from === 'template' && filled.template === template.key} title={template.title[locale] ?? ''} about={template.about[locale] ?? ''} onPick={() => onChange(afterTemplate(template, filled, templates.find(({ key }) => key === filled.template)))} />
      ))}
      <Choice chosen={filled.from === 'nothing'} title={say('texts.wizard.nothing')} about={say('texts.wizard.nothing-what')} onPick={() => onChange({ from: 'nothing' })} />
      <Choice chosen={filled.from === 'agreement'} title={say('texts.wizard.copy')} about={say('texts.wizard.copy-what')} onPick={() => onChange({ from: 'agreement' })} />
      <Choice chosen={filled.from === 'file'} title={say('texts.wizard.file')} about={say('texts.wizard.file-what')} onPick={() => onChange({ from: 'file' })} />
      {filled.from === 'file' && <FileField label={say('texts.files.file')} required file={filled.file} accept=".docx" onChange={(file) => onChange({ file })} />}
      {filled.from === 'file' && <SelectField label={say('texts.wizard.file-language')} required value={filled.fileLang} options={filled.languages.languages.map((value) => ({ value, label: languageName(value, locale) }))} onChange={(lang) => onChange({ fileLang: lang as DraftFilled['fileLang'] })} />}
      {filled.from === 'agreement' && <PickerField label={say('texts.wizard.copy')} required value={filled.copy} find={find} onChange={(copy) => onChange({ copy })} />}
    </div>
  )
}

function Choice({ chosen, title, about, onPick }: { chosen: boolean; title: string; about: string; onPick: () => void }) {
  return (
    <button type="button" role="radio" aria-checked={chosen} className="template-choice" onClick={onPick}>
      <strong>{title}</strong>
      <span className="quiet">{about}</span>
    </button>
  )
}
