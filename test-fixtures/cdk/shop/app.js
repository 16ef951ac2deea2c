// One application for all versions of aws-cdk-lib 2: queues, streams, APIs, a state machine,
// nested stacks and stages. The README one folder up says how the assemblies were made of it.
const cdk = require('aws-cdk-lib');
const apigateway = require('aws-cdk-lib/aws-apigateway');
const dynamodb = require('aws-cdk-lib/aws-dynamodb');
const iam = require('aws-cdk-lib/aws-iam');
const kinesis = require('aws-cdk-lib/aws-kinesis');
const lambda = require('aws-cdk-lib/aws-lambda');
const s3 = require('aws-cdk-lib/aws-s3');
const s3n = require('aws-cdk-lib/aws-s3-notifications');
const sqs = require('aws-cdk-lib/aws-sqs');
const sfn = require('aws-cdk-lib/aws-stepfunctions');
const tasks = require('aws-cdk-lib/aws-stepfunctions-tasks');
const { KinesisEventSource, SqsEventSource } = require('aws-cdk-lib/aws-lambda-event-sources');

function worker(scope, id) {
  return new lambda.Function(scope, id, {
    code: lambda.Code.fromAsset('lambda'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_14_X,
    memorySize: 256,
    timeout: cdk.Duration.seconds(30),
  });
}

class DataStack extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    this.orders = new sqs.Queue(this, 'Orders', {
      visibilityTimeout: cdk.Duration.seconds(30),
    });
    this.clicks = new kinesis.Stream(this, 'Clicks', { shardCount: 1 });
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PROVISIONED,
    });
    new Uploads(this, 'Uploads');
  }
}

class Uploads extends cdk.NestedStack {
  constructor(scope, id) {
    super(scope, id);
    const bucket = new s3.Bucket(this, 'Bucket', {
      removalPolicy: cdk.RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    bucket.addEventNotification(
      s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(worker(this, 'Resize')));
  }
}

class ServiceStack extends cdk.Stack {
  constructor(scope, id, data) {
    super(scope, id);
    const consumer = worker(this, 'Consumer');
    consumer.addEventSource(new SqsEventSource(data.orders));
    const clicks = worker(this, 'ClickReader');
    clicks.addEventSource(
      new KinesisEventSource(data.clicks, { startingPosition: lambda.StartingPosition.LATEST }));
    data.table.grantReadWriteData(clicks);
    const api = new apigateway.RestApi(this, 'Api');
    api.root.addMethod('GET', new apigateway.LambdaIntegration(worker(this, 'Front')));
    const work = new tasks.LambdaInvoke(this, 'Work', { lambdaFunction: worker(this, 'Step') });
    new sfn.StateMachine(this, 'Flow', { definition: work });
    consumer.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
  }
}

class Shop extends cdk.Stage {
  constructor(scope, id) {
    super(scope, id);
    new ServiceStack(this, 'Service', new DataStack(this, 'Data'));
  }
}

const app = new cdk.App();
new Shop(app, 'Beta');
new Shop(app, 'Prod');
const tools = new cdk.Stack(app, 'Tools');
const jobs = new sqs.Queue(tools, 'Jobs', { queueName: 'jobs' });
if (cdk.Validations) {
  cdk.Validations.of(jobs).acknowledge(
    { id: 'wa-serverless::WAS701', reason: 'jobs are started again by hand' });
}
new sqs.Queue(tools, 'Mails'); // wa-serverless:ignore WAS701 mails are sent again by hand
app.synth();
