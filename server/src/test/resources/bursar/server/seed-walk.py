"""The seed page, step by step, with boto3. The environment holds the owner's access key, the server, and the file of expected sums."""
import json
import os
from decimal import Decimal

import boto3
import botocore.httpsession
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.exceptions import ClientError

server = os.environ["AWS_ENDPOINT_URL"]
with open(os.environ["EXPECTED"], encoding="utf-8") as file:
    expected = json.load(file)
METRICS = ["UnblendedCost", "BlendedCost", "AmortizedCost", "UsageQuantity"]
MANAGED = "arn:aws:iam::aws:policy/"


def step(text):
    print(text, flush=True)


class Caller:
    """Somebody with an access key."""

    def __init__(self, key=None):
        given = {} if key is None else {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
        self.session = boto3.Session(**given)
        self.iam = self.session.client("iam")
        self.ce = self.session.client("ce")
        self.sts = self.session.client("sts")

    def bursar(self, operation, **members):
        """Bursar's own operations have no client in boto3, but take its generic signature."""
        request = AWSRequest("POST", server + "/", data=json.dumps(members),
                             headers={"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "Bursar." + operation})
        SigV4Auth(self.session.get_credentials(), "bursar", "us-east-1").add_auth(request)
        answer = botocore.httpsession.URLLib3Session().send(request.prepare())
        return answer.status_code, json.loads(answer.text)

    def costs(self):
        answer = self.ce.get_cost_and_usage(TimePeriod={"Start": "2018-10-01", "End": "2018-12-01"}, Granularity="MONTHLY", Metrics=METRICS)
        return answer["ResultsByTime"]

    def bill(self, month="2018-10"):
        return self.bursar("GetBill", Month=month)


def same(found, wanted):
    assert abs(Decimal(found) - Decimal(wanted)) < Decimal("0.000001"), f"{found} is not {wanted}"


def refused(call, *says):
    try:
        call()
    except ClientError as error:
        assert error.response["Error"]["Code"] in ("AccessDenied", "AccessDeniedException"), error
        for text in says:
            assert text in str(error), f"{text!r} is missing in: {error}"
    else:
        raise AssertionError("it should be refused")


def shut(answer, *says):
    status, body = answer
    assert status == 400 and body["__type"].endswith("AccessDeniedException"), answer
    for text in says:
        assert text in body["message"], f"{text!r} is missing in: {body}"


def opened(answer):
    status, body = answer
    assert status == 200, answer
    return body


owner = Caller()
assert owner.sts.get_caller_identity()["Arn"].endswith(":root")
step("the owner creates an administrator and a plain user")
for name in ("ada", "paul"):
    owner.iam.create_user(UserName=name)
owner.iam.attach_user_policy(UserName="ada", PolicyArn=MANAGED + "AdministratorAccess")
ada = Caller(owner.iam.create_access_key(UserName="ada")["AccessKey"])
paul = Caller(owner.iam.create_access_key(UserName="paul")["AccessKey"])
assert sorted(user["UserName"] for page in ada.iam.get_paginator("list_users").paginate(MaxItems=10) for user in page["Users"]) == ["ada", "paul"]
try:
    owner.iam.create_user(UserName="ada")
    raise AssertionError("there are two users of one name")
except owner.iam.exceptions.EntityAlreadyExistsException:
    pass

step("while the switch is off, the administrator is refused with the reason, and cannot turn it")
refused(ada.costs, "ce:GetCostAndUsage", "root user")
shut(ada.bill(), "root user")
shut(ada.bursar("PutBillingAccess", IamUserAndRoleAccess="ACTIVATED"), "billing:UpdateIAMAccessPreference")
assert opened(ada.bursar("GetBillingAccess"))["IamUserAndRoleAccess"] == "DEACTIVATED"

step("the preview names the administrator and not the plain user")
preview = opened(owner.bursar("PreviewBillingAccess"))
assert [user["UserName"] for user in preview["Gains"]] == ["ada"], preview
assert [user["UserName"] for user in preview["Unaffected"]] == ["paul"], preview

step("the owner activates, and the administrator sees the totals")
opened(owner.bursar("PutBillingAccess", IamUserAndRoleAccess="ACTIVATED"))
months = ada.costs()
assert len(months) == len(expected["by_month"])
for month, wanted in zip(months, expected["by_month"]):
    for metric in METRICS:
        same(month["Total"][metric]["Amount"], wanted[metric])
    same(opened(ada.bill(wanted["mon"]))["Total"], wanted["UnblendedCost"])
services = ada.ce.get_cost_and_usage(TimePeriod={"Start": "2018-10-01", "End": "2018-12-01"}, Granularity="MONTHLY", Metrics=["UnblendedCost"],
                                     GroupBy=[{"Type": "DIMENSION", "Key": "SERVICE"}])["ResultsByTime"]
sums = {}
for month in services:
    for group in month["Groups"]:
        sums[group["Keys"][0]] = sums.get(group["Keys"][0], Decimal(0)) + Decimal(group["Metrics"]["UnblendedCost"]["Amount"])
for wanted in expected["by_service_product_name"]:
    if wanted["pn"]:
        same(sums[wanted["pn"]], wanted["UnblendedCost"])
refused(paul.costs, "because no identity-based policy allows the ce:GetCostAndUsage action")

step("Example 4 takes billing and IAM from the administrator, but not the cost APIs")
templates = {template["Name"]: template for template in opened(owner.bursar("ListPolicyTemplates"))["Templates"]}
example = templates["example-4-deny-only"]
assert example["Warnings"]
arn = owner.iam.create_policy(PolicyName="NoBilling", PolicyDocument=example["PolicyDocument"])["Policy"]["Arn"]
owner.iam.attach_user_policy(UserName="ada", PolicyArn=arn)
shut(ada.bill(), "with an explicit deny in an identity-based policy")
refused(ada.iam.list_users, "iam:ListUsers", "with an explicit deny in an identity-based policy")
assert len(ada.costs()) == 2

step("the plain user reads bills and writes nothing")
owner.iam.attach_user_policy(UserName="paul", PolicyArn=MANAGED + "AWSBillingReadOnlyAccess")
same(opened(paul.bill())["Total"], expected["by_month"][0]["UnblendedCost"])
shut(paul.bursar("PutBillingAccess", IamUserAndRoleAccess="DEACTIVATED"))
refused(lambda: paul.iam.create_user(UserName="eve"))

step("the owner deactivates, and both lose it with the next call")
opened(owner.bursar("PutBillingAccess", IamUserAndRoleAccess="DEACTIVATED"))
shut(paul.bill(), "root user")
shut(ada.bill())
refused(ada.costs, "root user")
assert len(owner.costs()) == 2
