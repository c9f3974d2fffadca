// The four languages by their own names. Changing keeps the page, its place and what was typed.
import { langTag, localeNames, locales } from '#platform/i18n/locale.ts'
import { useLocale, useSetLocale, useText } from '../text.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuChoice } from '../ui/menu.tsx'

export function LanguageMenu() {
  const [text, current, setLocale] = [useText(), useLocale(), useSetLocale()]
  return (
    <Menu label={text('web.language')} face={<><Icon name="language" size={18} /><span className="wide-only">{localeNames[current]}</span></>}>
      {locales.map((locale) => (
        <MenuChoice key={locale} chosen={locale === current} onPick={() => void setLocale(locale)}>
          <span lang={langTag(locale)}>{localeNames[locale]}</span>
        </MenuChoice>
      ))}
    </Menu>
  )
}
