package bursar.server.commands;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.data.DataFolder;
import bursar.server.operator.OperatorChannel;
import bursar.server.operator.ServerChannel;
import bursar.server.rooms.Rooms;
import bursar.server.rooms.SetupCode;
import bursar.server.settings.ServerSettings;
import java.nio.file.Path;
import java.time.Clock;

/** Finds the operator's way to a data folder: through the server that holds it, or by holding it for a moment. */
final class Channels {
  private Channels() {}

  /**
   * The way to the server of that data folder.
   *
   * @throws bursar.domain.Failure when no server runs and the state is not in the folder
   */
  static OperatorChannel to(Path data) {
    DataFolder folder = DataFolder.at(data);
    if (!folder.take()) {
      return ServerChannel.to(folder);
    }
    Rooms rooms = open(folder);
    OperatorChannel operator = rooms.operator();
    return new OperatorChannel() {
      @Override
      public <O> O call(String operation, Object input, Class<O> answer) {
        return operator.call(operation, input, answer);
      }

      @Override
      public void close() {
        rooms.close();
      }
    };
  }

  private static Rooms open(DataFolder folder) {
    try {
      return Rooms.open(ServerSettings.local(folder.root(), 0, SignUpPolicy.CLOSED), folder, SetupCode.fresh(), Clock.systemUTC());
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }
}
