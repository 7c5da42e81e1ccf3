// One installation: the data, what runs on it, and the rules that both are held to.

import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { AppStack } from './app-stack.ts'
import { DataStack } from './data-stack.ts'
import { readSettings } from './settings.ts'

export function addInstallation(app: App): { data: DataStack; running: AppStack } {
  const settings = readSettings(app)
  const data = new DataStack(app, `${settings.installation}Data`, settings)
  const running = new AppStack(app, `${settings.installation}App`, { data, settings })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { data, running }
}
