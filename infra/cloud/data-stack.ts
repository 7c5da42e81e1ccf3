// What must outlive every deployment: records, reports and people. Nothing here runs, and nothing here is ever deleted by
// CloudFormation. Encryption is by keys that AWS owns: a key of one's own costs a dollar a month, more than all the rest,
// and protects against nobody who isn't already kept out by the account's own rights.

import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import * as v from 'valibot'
import { papersFolder, slipsFolder, slipsLiveDays } from '../../functions/report-files.ts'
import { partsFolder, partsLiveDays } from '../../functions/store/evidence.ts'
import { exportsFolder, exportsLiveDays } from '../../functions/store/exports.ts'
import { pastFolder, pastLiveDays } from '../../functions/store/past-imports.ts'
import { papersLiveDays } from '../../shared/report/paper.ts'
import { explain } from './explain.ts'
import { People } from './people.ts'
import type { Settings } from './settings.ts'

const Import = v.object({ 'Fn::ImportValue': v.string() })

/** What lies in the bucket for a while, and how many days. */
const expiring = [
  [partsFolder, partsLiveDays],
  [exportsFolder, exportsLiveDays],
  [papersFolder, papersLiveDays],
  [pastFolder, pastLiveDays],
  [slipsFolder, slipsLiveDays],
] as const

export class DataStack extends Stack {
  readonly table: Table
  readonly bucket: Bucket
  /** Absent where another issuer signs people in. */
  readonly people: People | undefined
  /** What cdk-nag calls a right to all under a prefix: it names the bucket as the other stack does, by the name of an export. */
  readonly everyObject: (prefix: string) => string

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, { description: 'Phieu: records, reports and people', terminationProtection: true })
    this.table = this.makeTable()
    this.bucket = this.makeBucket()
    const imported = v.parse(Import, this.resolve(this.exportValue(this.bucket.bucketArn)))
    this.everyObject = (prefix) => `Resource::${imported['Fn::ImportValue']}/${prefix}`
    this.people = settings.issuer ? undefined : new People(this, 'People')
    new CfnOutput(this, 'TableName', { value: this.table.tableName, description: 'Records' })
    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName, description: 'Reports and files' })
  }

  private makeTable(): Table {
    return new Table(this, 'Records', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  private makeBucket(): Bucket {
    const bucket = new Bucket(this, 'Reports', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [
        {
          // As long as the table's own backups reach back.
          noncurrentVersionExpiration: Duration.days(35),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        ...expiring.map(([prefix, days]) => ({
          prefix,
          expiration: Duration.days(days),
          noncurrentVersionExpiration: Duration.days(1),
        })),
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    explain(
      bucket,
      'AwsSolutions-S1',
      'Nobody but the functions has rights to the bucket, and people reach it through the api only, whose own ' +
        'log has every request; an access log would be a second bucket that grows for ever and says no more.',
    )
    return bucket
  }
}
