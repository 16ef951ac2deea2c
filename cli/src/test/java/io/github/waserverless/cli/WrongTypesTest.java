package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands where something else belongs, no rule fails on it. */
class WrongTypesTest {

  private static final List<String> INSTEAD =
      List.of(
          "null", "-1e999", "[]", "{}", "\"\"", "[[null]]", "{\"Ref\":[1]}", "{\"Fn::If\":\"x\"}");

  private static final String GOOD =
      """
      {"Transform":"AWS::Serverless-2016-10-31","Globals":{"Function":{"Timeout":9}},
      "Parameters":{"Stage":{"Type":"String","AllowedValues":["a","b"]}},
      "Conditions":{"IsA":{"Fn::Equals":[{"Ref":"Stage"},"a"]}},
      "Mappings":{"M":{"a":{"x":"1"}}},
      "Resources":{
      "F":{"Type":"AWS::Serverless::Function","Condition":"IsA","Properties":{"Handler":"a.B::c",
      "Runtime":"java17","CodeUri":"x","Environment":{"Variables":{"Q":{"Ref":"Q"}}},
      "Policies":[{"SQSSendMessagePolicy":{"QueueName":{"Fn::GetAtt":["Q","QueueName"]}}},
      {"Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":"*"}]}],
      "Events":{"E":{"Type":"SQS","Properties":{"Queue":{"Fn::GetAtt":["Q","Arn"]},"BatchSize":5}},
      "A":{"Type":"Api","Properties":{"Path":"/x","Method":"get"}}}}},
      "Q":{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":{"Fn::FindInMap":["M","a","x"]},
      "RedrivePolicy":{"deadLetterTargetArn":{"Fn::GetAtt":["D","Arn"]},"maxReceiveCount":3}}},
      "D":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":{"Fn::Sub":["${A}-d",{"A":"b"}]}}},
      "R":{"Type":"AWS::Events::Rule","Properties":{"EventPattern":{"source":["a"]},
      "Targets":[{"Id":"1","Arn":{"Fn::GetAtt":["F","Arn"]}}]}},
      "S":{"Type":"AWS::Serverless::StateMachine","Properties":{"Definition":{"StartAt":"T","States":
      {"T":{"Type":"Task","Resource":{"Fn::GetAtt":["F","Arn"]},"Retry":[{"ErrorEquals":["States.ALL"]}],
      "End":true}}}}}},
      "Outputs":{"O":{"Value":{"Ref":"Q"},"Export":{"Name":{"Fn::Join":["-",["a",{"Ref":"Stage"}]]}}}}}
      """;

  @TempDir private Path folder;

  @Test
  void noNodeMayBeAnythingElseThatEndsTheCheck() throws IOException {
    Path template = folder.resolve("template.json");
    Files.writeString(template, GOOD);
    assertEquals(ExitCode.FINDINGS, check().code());
    int turn = 0;
    for (int[] node : nodes()) {
      // Not each instead of each: a run takes some milliseconds, and there are hundreds of nodes.
      String instead = INSTEAD.get(turn++ % INSTEAD.size());
      String broken = GOOD.substring(0, node[0]) + instead + GOOD.substring(node[1]);
      Files.writeString(template, broken);
      Call call = check();
      assertNotEquals(ExitCode.INTERNAL, call.code(), call.err() + broken);
    }
  }

  private Call check() {
    return Call.of("check", "--no-config", "--debug", folder.toString());
  }

  /** Where each value begins and ends. */
  private static List<int[]> nodes() {
    List<int[]> nodes = new ArrayList<>();
    for (int i = 0; i < GOOD.length(); i++) {
      char before = i == 0 ? ' ' : GOOD.charAt(i - 1);
      char c = GOOD.charAt(i);
      boolean starts = before == ':' || before == '[' || (before == ',' && c != '\n');
      int end = end(i);
      if (starts && GOOD.charAt(end) != ':' && c != ']') {
        nodes.add(new int[] {i, end});
      }
    }
    return nodes;
  }

  private static int end(int start) {
    int depth = 0;
    boolean text = false;
    for (int i = start; i < GOOD.length() - 1; i++) {
      char c = GOOD.charAt(i);
      text ^= c == '"';
      if (!text) {
        depth += c == '{' || c == '[' ? 1 : 0;
        if (depth == 0 && (c == ',' || c == ':' || c == '}' || c == ']')) {
          return i;
        }
        depth -= c == '}' || c == ']' ? 1 : 0;
        if (depth == 0 && (c == '}' || c == ']')) {
          return i + 1;
        }
      }
    }
    return GOOD.length() - 1;
  }
}
