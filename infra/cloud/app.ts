import { App } from 'aws-cdk-lib'
import { addInstallation } from './installation.ts'

const app = new App()
addInstallation(app)
app.synth()
