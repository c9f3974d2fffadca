// What a browser calls itself, in two words that a person knows.

const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/YaBrowser\//, 'Yandex Browser'], [/MicroMessenger\//, 'WeChat'], [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/HarmonyOS/, 'HarmonyOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
]

export function deviceOf(agent: string): string | undefined {
  const [browser, system] = [browsers, systems].map((kinds) => kinds.find(([pattern]) => pattern.test(agent))?.[1])
  return [browser, system].filter(Boolean).join(' · ') || undefined
}
