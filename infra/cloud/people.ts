// Who may sign in: a Cognito user pool (data: it lives and dies apart from the functions) and the client that signs in.
// Any other OpenID Connect issuer takes its place by setting.

import { CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { path } from '../../shared/paths.ts'
import { explain } from './explain.ts'
import type { Issuer } from './settings.ts'

const passwordPolicy = {
  minLength: 14,
  requireLowercase: true,
  requireUppercase: true,
  requireDigits: true,
  requireSymbols: true,
  tempPasswordValidity: Duration.days(3),
}

export class People extends Construct {
  readonly pool: UserPool

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: false, mutable: true } },
      passwordPolicy,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Free up to 10,000 people who sign in within a month, and nothing while nobody does.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.pool.addDomain('Domain', {
      // Unique in the world without telling the account's number: the first part of the stack's own id.
      cognitoDomain: {
        domainPrefix: `phieu-${Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', Stack.of(this).stackId))))}`,
      },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    new CfnOutput(Stack.of(this), 'UserPoolId', { value: this.pool.userPoolId, description: 'Where staff are invited' })
    explain(
      this.pool,
      'AwsSolutions-COG2',
      'A second factor is offered and not forced: many unit leaders own one phone, and lose it.',
    )
    explain(
      this.pool,
      'AwsSolutions-COG8',
      'Threat protection needs the Plus plan, which has no free tier; Essentials still locks out guessing.',
    )
  }

  /** A client without a secret: the code is bound to its asker by PKCE, so there is no secret to keep or leak. */
  addClient(scope: Construct, publicUrl: string): Issuer {
    const client = new UserPoolClient(scope, 'Client', {
      userPool: this.pool,
      generateSecret: false,
      authFlows: { userSrp: false },
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${publicUrl}${path.signInCallback()}`],
        logoutUrls: [`${publicUrl}/`],
      },
      // Read once, at sign-in; the session that follows is Phieu's own.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    })
    new CfnManagedLoginBranding(scope, 'SignInPage', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    return { url: this.pool.userPoolProviderUrl, clientId: client.userPoolClientId }
  }
}
