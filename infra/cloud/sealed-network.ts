// A network with one door: S3, and of S3 one bucket. No internet gateway, no NAT, no interface endpoint, so nothing in
// here costs anything while nothing runs. What handles text that strangers wrote runs in here and can't call home.

import { Aws, RemovalPolicy } from 'aws-cdk-lib'
import {
  FlowLogDestination,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  IpAddresses,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2'
import { AnyPrincipal, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import {
  CfnFirewallDomainList,
  CfnFirewallRuleGroup,
  CfnFirewallRuleGroupAssociation,
} from 'aws-cdk-lib/aws-route53resolver'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { learnThatAReportIsMissing, readAndWriteReports } from './rights.ts'

export type SealedNetworkProps = { bucket: Bucket; s3PrefixList: string | undefined }

/** Says what the class leaves open and the interface of a network doesn't: that there is a VPN gateway, or none to ask for. */
class VpcWithoutVpn extends Vpc {
  override get vpnGatewayId(): string {
    throw new Error('The sealed network has no VPN gateway')
  }
}

export class SealedNetwork extends Construct {
  readonly vpc: VpcWithoutVpn
  readonly securityGroup: SecurityGroup

  constructor(scope: Construct, id: string, { bucket, s3PrefixList }: SealedNetworkProps) {
    super(scope, id)
    this.vpc = new VpcWithoutVpn(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.60.0.0/24'),
      maxAzs: 2,
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: 'Sealed', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 26 }],
      // Emptying the default group takes a function with rights over every group. Nothing is ever placed in it.
      restrictDefaultSecurityGroup: false,
    })
    this.securityGroup = new SecurityGroup(this, 'Out', {
      vpc: this.vpc,
      description: 'Out to S3 by TLS, in from nowhere',
      allowAllOutbound: false,
    })
    // The prefix list's id differs by Region, and asking for it takes an account. Without it the routes are the fence:
    // they lead to S3 and to nothing else.
    const s3 = s3PrefixList ? Peer.prefixList(s3PrefixList) : Peer.anyIpv4()
    this.securityGroup.addEgressRule(s3, Port.tcp(443), 'S3 by TLS; no route leads anywhere else')
    this.openDoorTo(bucket)
    this.answerNamesOnlyOf(bucket)
    this.keepTrafficLog()
  }

  /** The endpoint's policy holds for whoever comes through, also with credentials of another account. */
  private openDoorTo(bucket: Bucket): void {
    const door = this.vpc.addGatewayEndpoint('Door', { service: GatewayVpcEndpointAwsService.S3 })
    const ours = (statement: PolicyStatement): PolicyStatement => {
      statement.addPrincipals(new AnyPrincipal())
      statement.addCondition('StringEquals', { 'aws:PrincipalAccount': Aws.ACCOUNT_ID })
      return statement
    }
    door.addToPolicy(ours(readAndWriteReports(bucket)))
    door.addToPolicy(ours(learnThatAReportIsMissing(bucket)))
  }

  /** A name that is looked up can carry data out, so only the bucket's own is answered. A tenth of a cent a month. */
  private answerNamesOnlyOf(bucket: Bucket): void {
    const bucketName = new CfnFirewallDomainList(this, 'BucketName', { domains: [bucket.bucketRegionalDomainName] })
    const everyName = new CfnFirewallDomainList(this, 'EveryName', { domains: ['*'] })
    const group = new CfnFirewallRuleGroup(this, 'Names', {
      firewallRules: [
        {
          action: 'ALLOW',
          priority: 1,
          firewallDomainListId: bucketName.attrId,
          // S3 may answer with an alias of its own; the alias is S3's choice, not the asker's.
          firewallDomainRedirectionAction: 'TRUST_REDIRECTION_DOMAIN',
        },
        { action: 'BLOCK', blockResponse: 'NODATA', priority: 2, firewallDomainListId: everyName.attrId },
      ],
    })
    new CfnFirewallRuleGroupAssociation(this, 'NamesHere', {
      firewallRuleGroupId: group.attrId,
      vpcId: this.vpc.vpcId,
      priority: 101,
    })
  }

  /** Who was called from in here, for the day one has to ask. No person's address is in it: nobody can come in. */
  private keepTrafficLog(): void {
    const log = new LogGroup(this, 'TrafficLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const writer = new Role(this, 'TrafficWriter', {
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    })
    this.vpc.addFlowLog('Traffic', {
      destination: FlowLogDestination.toCloudWatchLogs(log, writer),
      trafficType: FlowLogTrafficType.ALL,
    })
  }
}
